using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Submissions.Forms.ReviewResultNotice;

/// <summary>첨단재생의료 치료계획 심의결과 통지서. Knows 적합 and 부적합 only: a conditional result is notified once it is resolved.</summary>
public sealed record ReviewResultNoticeForm : IForm
{
    public static DocumentTemplate Template => DocumentTemplate.Of("ReviewResultNotice");

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Marks every page as synthetic.</summary>
    public required bool Synthetic { get; init; }

    public required string DocumentNumber { get; init; }

    public required string ReceiptNumber { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required string Title { get; init; }

    public required NotifiedInstitution Institution { get; init; }

    /// <summary>치료분야: any of <c>cell</c>, <c>gene</c>, <c>tissue</c>, <c>combined</c>.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>.</summary>
    public required string Risk { get; init; }

    /// <summary><c>suitable</c> or <c>unsuitable</c>.</summary>
    public required string Result { get; init; }

    /// <summary>심의 종합의견: the reasons.</summary>
    public required string Opinion { get; init; }

    public required string? OtherOpinion { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required DateOnly NoticeOn { get; init; }

    /// <summary>Null when unsuitable.</summary>
    public required Period? Validity { get; init; }

    public required IReadOnlyList<ReliedEvidence> Evidence { get; init; }
}
