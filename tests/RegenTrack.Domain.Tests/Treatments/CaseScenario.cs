using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Treatments;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Tests.Treatments;

internal static class CaseScenario
{
    public static readonly TreatmentCaseId Id = new("case-1");
    public static readonly InstitutionId Hanbit = new("inst-hanbit");
    public static readonly DateOnly Monday = new(2026, 12, 7);

    public static readonly GrantFacts GrantA = new(
        new("grant-a-hanbit"), true, ExemptionKind.TrialForResearch, new(2026, 7, 1), new(2028, 6, 30), new(2026, 7, 6), true, true, 20,
        [new GrantOperator(Hanbit, false, true)]);

    public static readonly GrantFacts GrantB = GrantA with { Grant = new("grant-b-hanbit"), Kind = ExemptionKind.ImportedRawCells };

    public static readonly PlanFacts Plan = new(
        true, Hanbit, PlanStanding.InForce, 1, new(2026, 12, 1), new(2028, 6, 30), "prd-msc", 1, 10, GrantA);

    public static readonly LotForTreatment Lot = new(
        new("lot-1"), LotState.Released, new(2026, 12, 31), new("donor-1"), new("shipment-1"), "prd-msc", 1, 3, "dose", new GrantId("grant-b-hanbit"));

    public static readonly AdministrationLookup Facts = new(Plan, Lot, GrantB, 0, 0);

    public static readonly Consent Signed = new("v2", Monday, ConsentSigner.Subject, Enum.GetValues<ConsentItem>());

    public static readonly EnrolSubject Enrolling = new(
        Id, new("subj-7f3a"), Hanbit, new PlanId("app-1"), EligibilityGround.Intractable, true, Signed, Monday);

    public static readonly RecordAdministration Giving = new(
        Id, new("adm-1"), new("lot-1"), KoreanTime.StartOf(new(2026, 12, 8)).AddHours(10), 1.0m, "{dose}", "intra-articular");

    public static readonly Circumstances At = By(new Actor("demo-hospital", Role.HospitalSystem, "inst-hanbit"), new(2026, 12, 10));

    public static Circumstances By(Actor actor, DateOnly day) =>
        new(actor, KoreanTime.StartOf(day).AddHours(12), KoreanTime.StartOf(day).AddHours(12), HolidayTable.Empty);

    public static readonly TreatmentEvent Enrolled = new SubjectEnrolled(
        Id, new("subj-7f3a"), Hanbit, new PlanId("app-1"), 1, new GrantId("grant-a-hanbit"), EligibilityGround.Intractable, Signed, Monday, new(2026, 12, 14));

    public static readonly TreatmentEvent Given = new AdministrationRecorded(
        Id, new("adm-1"), new("subj-7f3a"), Hanbit, new PlanId("app-1"), 1, new("lot-1"),
        KoreanTime.StartOf(new(2026, 12, 8)).AddHours(10), 1.0m, "{dose}", "intra-articular", new(2026, 12, 15));

    public static readonly TreatmentEvent Withdrawn = new ConsentWithdrawn(Id, new("subj-7f3a"), new(2026, 12, 9));

    public static readonly TreatmentEvent Erased = new SubjectErased(Id, new("subj-7f3a"), new(2026, 12, 10));

    public static Given<TreatmentCase, TreatmentEvent> Case(params TreatmentEvent[] events) =>
        Spec.Given(TreatmentCase.Initial, TreatmentCase.Evolve, events);

    public static Decided<TreatmentCase, TreatmentEvent> Enrol(this Given<TreatmentCase, TreatmentEvent> given, EnrolSubject? command = null, PlanFacts? plan = null, int inPlan = 0, int underGrant = 0, Circumstances? at = null) =>
        given.When(state => EnrolSubject.Decide(state, command ?? Enrolling, new(plan ?? Plan, inPlan, underGrant), at ?? At));

    public static Decided<TreatmentCase, TreatmentEvent> Give(this Given<TreatmentCase, TreatmentEvent> given, RecordAdministration? command = null, AdministrationLookup? facts = null, Circumstances? at = null) =>
        given.When(state => RecordAdministration.Decide(state, command ?? Giving, facts ?? Facts, at ?? At));

    public static Decided<TreatmentCase, TreatmentEvent> Withdraw(this Given<TreatmentCase, TreatmentEvent> given, DateOnly? on = null, Circumstances? at = null) =>
        given.When(state => WithdrawConsent.Decide(state, new(Id, on ?? new(2026, 12, 9)), at ?? At));
}
