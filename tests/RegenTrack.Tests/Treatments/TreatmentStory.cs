using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Safety;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Treatments;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Treatments;

/// <summary>A suitable plan, a released lot and both exemptions started, by commands; then subjects of two institutions.</summary>
internal sealed class TreatmentStory(TestApp app, int? patientCap = null, int? importCap = null)
{
    public static readonly Actor SafetyOfficer = new("saf1", Role.SafetyOfficer);
    public static readonly PlanId Plan = new("plan-hanbit");
    public static readonly GrantId ImportGrant = new("grant-b-hanbit");
    public static readonly GrantCondition ImportCondition = new("shipment-log", new("운송 온도 기록 제출", "The temperature log of every shipment is filed"));
    private static readonly InstitutionId Hanbit = new("inst-hanbit");

    /// <summary>Monday 6 July 2026, 10:00 in Seoul: the plan has begun.</summary>
    public static readonly DateTimeOffset Today = new(2026, 7, 6, 1, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Given = Today.AddHours(-1);

    public static Consent Consent => new("v2", new(2026, 7, 2), ConsentSigner.Subject, Enum.GetValues<ConsentItem>());

    public async Task Prepare(bool release = true)
    {
        var story = new Story(app.Services, patientCap);
        await story.Prepare();
        await Decide(story);
        var cells = new CellsStory(app);
        await cells.Announce();
        await cells.Arrive();
        await cells.Inspect(peak: -175m);
        if (release)
            await app.Accept(new ReleaseLot(CellsStory.Lot, "적합"), CellsStory.Inspector);
        app.Time.MoveTo(Today);
        await app.Accept(
            new RecordGrant(ImportGrant, "가상-실증-2", ExemptionKind.ImportedRawCells, [new(Hanbit, true, true)], new(2026, 1, 1), new(2027, 12, 31), PatientCap: importCap, Conditions: [ImportCondition]), Story.SandboxOfficer);
        await app.Accept(new MarkConditionMet(ImportGrant, ImportCondition.Key, "가상 이행계획서"), Story.SandboxOfficer);
        foreach (var grant in new[] { Story.Grant, ImportGrant })
        {
            await app.Accept(new RecordInsurance(grant, new("가상보험", "P-1", new(2026, 1, 1), new(2027, 12, 31), 150_000_000, 30_000_000, 150_000_000, 1_000_000_000)), Story.SandboxOfficer);
            await app.Accept(new StartGrant(grant, new(2026, 7, 1)), Story.SandboxOfficer);
        }
    }

    public Task Enrol(string id) => app.Accept(Enrolment(id), Story.Hospital);

    public Task Give(string id) => app.Accept(Administration(id), Story.Hospital);

    public static EnrolSubject Enrolment(string id) => new(
        new($"case-{id}"), new($"subj-{id}"), Hanbit, Plan, EligibilityGround.Intractable, true, Consent, new(2026, 7, 3));

    public static RecordAdministration Administration(string id) => new(
        new($"case-{id}"), new($"adm-{id}"), CellsStory.Lot, Given, 1, "{vial}", "intra-articular");

    public static ReportAdverseEvent Event(string id, bool serious = true) => new(
        new($"ae-{id}"), new($"case-{id}"), new($"adm-{id}"), "발열", new(2026, 7, 6), Today,
        new(serious ? [SeriousnessCriterion.Hospitalisation] : [], 2, Causality.Possible, "시간적 선후관계", EventOutcome.Recovering));

    private static async Task Decide(Story story)
    {
        var standard = Story.Plan();
        var plan = standard with { Product = standard.Product with { Id = new ProductId("product-msc") } };
        await story.Accept(new SubmitTreatmentPlan(Plan, Hanbit, plan), Story.Hospital);
        await story.Accept(new ConfirmReceipt(Plan, "2026-1"), Story.Secretariat);
        await story.Accept(new StartExpertReview(Plan, new("exp1")), Story.Secretariat);
        await story.Accept(new AssessComparability(Plan, [.. ComparabilityDimension.All.Select(dimension => new ComparabilityRow(dimension.Key, ComparabilityVerdict.Same, "동일함"))], Sameness.Accepted), Story.Expert);
        await story.Accept(new CompleteExpertReview(Plan, "동일함"), Story.Expert);
        await story.Accept(Story.Decision(Plan, new(2026, 6, 1)), Story.Secretariat);
    }
}
