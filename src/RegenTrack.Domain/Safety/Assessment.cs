using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Safety;

/// <summary>The judgement of an event, at first report or at a follow-up.</summary>
/// <param name="Criteria">Seriousness criteria that apply; none: not serious.</param>
/// <param name="Grade">Severity 1 to 5, independent of seriousness.</param>
/// <param name="CausalityReason">Why the causality was judged so.</param>
/// <param name="EndedOn">Day on which it ended; null while it lasts.</param>
public sealed record Assessment(
    IReadOnlyList<SeriousnessCriterion> Criteria,
    int Grade,
    Causality Causality,
    string CausalityReason,
    EventOutcome Outcome,
    DateOnly? EndedOn = null)
{
    public bool IsSerious => Criteria.Count > 0;

    /// <summary>Same judgement; the order of the criteria does not matter.</summary>
    public bool SameAs(Assessment other) =>
        Criteria.ToHashSet().SetEquals(other.Criteria) && Grade == other.Grade && Causality == other.Causality
        && CausalityReason == other.CausalityReason && Outcome == other.Outcome && EndedOn == other.EndedOn;

    internal IEnumerable<Refusal> Shape()
    {
        if (Grade is < 1 or > 5)
            yield return new Refusal("grade-out-of-range", "중증도는 1부터 5까지입니다.", "The grade runs from 1 to 5.", null, nameof(Grade));
        if (string.IsNullOrWhiteSpace(CausalityReason))
            yield return new Refusal("causality-without-reason", "인과성을 그렇게 판단한 근거를 적으세요.", "Give the reason for the causality.", SafetyRules.ReportForm, nameof(CausalityReason));
        if (Outcome == EventOutcome.Fatal && !Criteria.Contains(SeriousnessCriterion.DeathOrLifeThreatening))
            yield return new Refusal("fatal-without-criterion", "사망한 이상반응은 '사망 또는 생명 위협'에 해당합니다.", "A fatal event meets the criterion of death or threat to life.", SafetyRules.Seriousness, nameof(Criteria));
    }
}
