using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Web.Pages.Sandbox;

/// <summary>How grants are spoken of on screen.</summary>
public static class GrantWords
{
    public static Bilingual Name(this ExemptionKind kind) => kind switch
    {
        ExemptionKind.TrialForResearch => new("(가) 상업 임상시험으로 연구 대체", "(a) Commercial trial in place of research"),
        _ => new("(나) 원료세포 수입", "(b) Import of raw cells"),
    };

    /// <summary>Where a grant stands on a day, with its badge.</summary>
    public static (Bilingual Text, string Badge) Standing(DateOnly from, DateOnly until, DateOnly? startedOn, DateOnly today) => (from, until, startedOn) switch
    {
        _ when today > until => (new("만료", "Expired"), "rt-badge--danger"),
        _ when today < from => (new("유효기간 전", "Not yet valid"), "rt-badge--info"),
        (_, _, null) => (new("시작 전", "Not started"), "rt-badge--warn"),
        _ => (new("시행 중", "In force"), "rt-badge--ok"),
    };

    /// <param name="conditions">Those of the grant, for their words.</param>
    public static Bilingual Title(GrantEvent e, IEnumerable<TrackedCondition> conditions) => e switch
    {
        GrantRecorded => new("규제특례 등록", "Exemption recorded"),
        InsuranceRecorded => new("책임보험 증명", "Insurance proven"),
        GrantStarted => new("사업 시작", "Provision started"),
        ConditionMet met when Words(met.Key, conditions) is { } words => new($"부가조건 이행: {words.Korean}", $"Condition met: {words.English}"),
        ConditionUnmet unmet when Words(unmet.Key, conditions) is { } words => new($"부가조건 미이행: {words.Korean}", $"Condition not met: {words.English}"),
        _ => new("변경", "Change"),
    };

    public static string? Detail(GrantEvent e) => e switch
    {
        ConditionMet met => met.Evidence,
        ConditionUnmet unmet => unmet.Reason,
        InsuranceRecorded proof => $"{proof.Insurance.Insurer} {proof.Insurance.PolicyNumber}",
        GrantRecorded recorded => recorded.CertificateNumber,
        _ => null,
    };

    private static Bilingual? Words(string key, IEnumerable<TrackedCondition> conditions) =>
        conditions.FirstOrDefault(tracked => tracked.Condition.Key == key)?.Condition.Text;
}
