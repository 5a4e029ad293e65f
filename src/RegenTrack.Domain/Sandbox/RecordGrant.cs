using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Sandbox;

/// <summary>Record an exemption as its certificate (규제특례 확인서) states it. Nothing in the public sources names it, so it is data.</summary>
/// <param name="Until">Last day of validity, inclusive.</param>
/// <param name="LongValidityReason">Why it is valid longer than two years; null otherwise.</param>
public sealed record RecordGrant(
    GrantId Grant,
    string CertificateNumber,
    ExemptionKind Kind,
    IReadOnlyList<GrantOperator> Operators,
    DateOnly From,
    DateOnly Until,
    string? LongValidityReason = null,
    bool SiteIdentityRequired = true,
    int? PatientCap = null,
    IReadOnlyList<GrantCondition>? Conditions = null) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(CertificateNumber))
            yield return SandboxRefusals.Required(nameof(CertificateNumber));
        if (Operators.Count == 0)
            yield return SandboxRefusals.Required(nameof(Operators));
        if (Operators.Any(holder => !holder.ForResearch && !holder.ForTreatment))
            yield return new Refusal("operator-without-scope", "사업자마다 연구 또는 치료 범위를 정하세요.", "Give every operator a scope: research, treatment or both.", null, nameof(Operators));
        if (Operators.Select(holder => holder.Institution).Distinct().Count() < Operators.Count)
            yield return new Refusal("operator-twice", "같은 기관이 두 번 들어 있습니다.", "An institution is listed twice.", null, nameof(Operators));
        if (PatientCap is < 1)
            yield return new Refusal("patient-cap-below-one", "대상자 상한은 1명 이상이어야 합니다.", "The patient cap must be at least 1.", null, nameof(PatientCap));
        if (Conditions is not null && Conditions.DistinctBy(condition => condition.Key).Count() < Conditions.Count)
            yield return new Refusal("condition-twice", "같은 이름의 부가조건이 두 번 들어 있습니다.", "Two conditions share one name.", null, nameof(Conditions));
    }

    public static Outcome<GrantEvent> Decide(Grant state, RecordGrant command, Circumstances at)
    {
        var recorded = new GrantRecorded(
            command.Grant, command.CertificateNumber, command.Kind, command.Operators, command.From, command.Until,
            command.LongValidityReason, command.SiteIdentityRequired, command.PatientCap, command.Conditions ?? []);
        if (state.Exists)
            return Same(state, recorded) ? Outcome<GrantEvent>.Accept() : AlreadyRecorded;
        if (command.Until < command.From)
            return new Refusal("validity-ends-before-it-begins", "유효기간의 끝이 시작보다 빠릅니다.", "The validity ends before it begins.", SandboxRules.Validity, nameof(Until));
        if (command.Until >= LegalCalendar.YearsOn(command.From, SandboxRules.ExceptionalYears))
            return new Refusal("validity-over-four-years", "유효기간은 예외적으로도 4년을 넘을 수 없습니다.", "The validity cannot exceed 4 years, even exceptionally.", SandboxRules.Validity, nameof(Until));
        if (command.Until >= LegalCalendar.YearsOn(command.From, SandboxRules.OrdinaryYears) && string.IsNullOrWhiteSpace(command.LongValidityReason))
            return new Refusal("validity-over-two-years", "유효기간이 2년을 넘으면 사유를 적으세요.", "State the reason for a validity over 2 years.", SandboxRules.Validity, nameof(LongValidityReason));
        return recorded;
    }

    private static readonly Refusal AlreadyRecorded = new(
        "grant-already-recorded", "이미 다른 내용으로 등록된 규제특례입니다.", "This exemption is already recorded with other content.", null, nameof(Grant));

    private static bool Same(Grant state, GrantRecorded asked) =>
        state.CertificateNumber == asked.CertificateNumber && state.Kind == asked.Kind
        && state.From == asked.From && state.Until == asked.Until
        && state.LongValidityReason == asked.LongValidityReason
        && state.SiteIdentityRequired == asked.SiteIdentityRequired && state.PatientCap == asked.PatientCap
        && state.Operators.SequenceEqual(asked.Operators)
        && state.Conditions.Select(tracked => tracked.Condition).SequenceEqual(asked.Conditions);
}
