using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>Why an application may be returned (NT5②).</summary>
public enum ReturnGround
{
    /// <summary>거짓 내용.</summary>
    FalseContent,

    /// <summary>기간 내 보완하지 않음.</summary>
    NotSuppliedInTerm,

    /// <summary>부적합 후 개선 없이 다시 제출.</summary>
    ResubmittedUnimproved,

    /// <summary>치료의 범위에서 제외.</summary>
    ExcludedScope,
}

/// <summary>The grounds in words.</summary>
public static class ReturnGrounds
{
    public static Bilingual Text(this ReturnGround ground) => ground switch
    {
        ReturnGround.FalseContent => new("거짓된 내용", "False content"),
        ReturnGround.NotSuppliedInTerm => new("정해진 기간에 보완하지 않음", "Not supplemented in term"),
        ReturnGround.ResubmittedUnimproved => new("부적합 통지 후 개선 없이 다시 제출", "Submitted again after an unsuitable result without improvement"),
        _ => new("재생의료 치료의 범위에서 제외되는 경우", "Outside the scope of regenerative treatment"),
    };
}
