using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Tests.Sandbox;

internal static class GrantScenario
{
    public static readonly GrantId Id = new("grant-a-hanbit");

    public static readonly GrantCondition Cap = new("patient-cap", new("대상자 수 제한", "Patient cap"), "≤ 20");

    public static readonly LiabilityInsurance Insurance = new(
        "가상손해보험", "P-1", new(2026, 7, 1), new(2028, 6, 30), 150_000_000, 30_000_000, 150_000_000, 1_000_000_000);

    public static readonly RecordGrant Recording = new(
        Id,
        "가상-실증-2026-1",
        ExemptionKind.TrialForResearch,
        [new GrantOperator(new InstitutionId("inst-hanbit"), false, true)],
        new(2026, 7, 1),
        new(2028, 6, 30),
        Conditions: [Cap]);

    public static Circumstances On(DateOnly day) => new(
        new Actor("sbx1", Role.SandboxOfficer), KoreanTime.StartOf(day), KoreanTime.StartOf(day), HolidayTable.Empty);

    public static readonly Circumstances July6 = On(new(2026, 7, 6));

    public static Grant Recorded => Fold(Grant.Initial, RecordGrant.Decide(Grant.Initial, Recording, July6));

    public static Grant Insured => Fold(Recorded, RecordInsurance.Decide(Recorded, new(Id, Insurance), July6));

    public static Grant Fold(Grant state, Outcome<GrantEvent> outcome)
    {
        Assert.Empty(outcome.Refusals);
        return outcome.Events.Aggregate(state, Grant.Evolve);
    }

    public static void RefusedWith(string code, Outcome<GrantEvent> outcome)
    {
        Assert.Empty(outcome.Events);
        Assert.Contains(code, outcome.Refusals.Select(refusal => refusal.Code));
    }
}
