using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Safety;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Tests.Safety;

internal static class EventScenario
{
    public static readonly CaseFacts Case = new(
        new("case-1"), true, new("subj-7f3a"), new("inst-hanbit"), new PlanId("app-1"), new(2026, 12, 7),
        [new(new("adm-1"), new("lot-1"), new(2026, 12, 8)), new(new("adm-2"), new("lot-2"), new(2026, 12, 15))]);

    public static readonly ReportFacts Facts = new(Case, SafetyTerms.Default);

    public static readonly Assessment Serious = new(
        [SeriousnessCriterion.Hospitalisation], 2, Causality.Possible, "시간적 선후관계", EventOutcome.Recovering);

    public static readonly Assessment Mild = Serious with { Criteria = [], Grade = 4 };

    /// <summary>Aware on 10 December at noon in Seoul.</summary>
    public static readonly DateTimeOffset Aware = KoreanTime.StartOf(new(2026, 12, 10)).AddHours(12);

    public static readonly ReportAdverseEvent Report = new(
        new("ae-1"), new("case-1"), null, "발열", new(2026, 12, 10), Aware, Serious);

    public static readonly Actor Hospital = new("demo-hospital", Role.HospitalSystem, "inst-hanbit");

    public static Circumstances At(DateTimeOffset now, Actor? by = null) => new(by ?? Hospital, now, now, HolidayTable.Empty);

    public static readonly Circumstances Soon = At(Aware.AddHours(3));

    public static Given<AdverseEvent, SafetyEvent> None => Spec.Given<AdverseEvent, SafetyEvent>(AdverseEvent.Initial, AdverseEvent.Evolve);

    public static Given<AdverseEvent, SafetyEvent> Reported(Assessment? assessment = null, params SafetyEvent[] then) =>
        Spec.Given(
            AdverseEvent.Initial,
            AdverseEvent.Evolve,
            [.. ReportAdverseEvent.Decide(AdverseEvent.Initial, Report with { Assessment = assessment ?? Serious }, Facts, Soon).Events, .. then]);

    public static Decided<AdverseEvent, SafetyEvent> Send(this Given<AdverseEvent, SafetyEvent> given, ReportAdverseEvent command, ReportFacts? facts = null, Circumstances? at = null) =>
        given.When(state => ReportAdverseEvent.Decide(state, command, facts ?? Facts, at ?? Soon));

    public static Decided<AdverseEvent, SafetyEvent> Follow(this Given<AdverseEvent, SafetyEvent> given, FollowUpAdverseEvent command, Circumstances? at = null) =>
        given.When(state => FollowUpAdverseEvent.Decide(state, command, SafetyTerms.Default, at ?? Soon));

    public static Decided<AdverseEvent, SafetyEvent> Close(this Given<AdverseEvent, SafetyEvent> given, Circumstances? at = null) =>
        given.When(state => CloseAdverseEvent.Decide(state, new(new("ae-1"), "회복 확인"), at ?? Soon));
}
