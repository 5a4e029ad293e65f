using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Sandbox;

/// <summary>Rules of the sandbox act (산업융합 촉진법) that grants are held to.</summary>
public static class SandboxRules
{
    private static readonly DateOnly ActInForce = new(2026, 6, 3);

    /// <summary>Ordinary and exceptional longest validity, in years.</summary>
    public const int OrdinaryYears = 2;

    public const int ExceptionalYears = 4;

    public static readonly Rule Conditions = new(
        "SB-05",
        new("규제특례에는 부가조건을 붙일 수 있고, 사업자는 이를 지켜야 합니다.", "Conditions may be attached to an exemption, and operators must keep them."),
        new Citation(new("산업융합 촉진법 제10조의3제6항·제7항", "Industrial Convergence Promotion Act Art. 10-3(6)-(7)"), ActInForce));

    public static readonly Rule Validity = new(
        "SB-07",
        new("규제특례의 유효기간은 2년 이내이며, 예외적으로 4년까지 정할 수 있습니다.", "An exemption is valid for up to 2 years, exceptionally up to 4."),
        new Citation(new("산업융합 촉진법 제10조의3제11항", "Industrial Convergence Promotion Act Art. 10-3(11)"), ActInForce));

    public static readonly Rule Insurance = new(
        "SB-09",
        new("사업 시작 전에 책임보험에 가입하고 이를 증명해야 합니다.", "Liability insurance must be taken out and proven before the start."),
        new Citation(new("산업융합 촉진법 제10조의3제2항, 시행령 제11조의3·제20조", "Industrial Convergence Promotion Act Art. 10-3(2), Decree Art. 11-3 and 20"), ActInForce));
}
