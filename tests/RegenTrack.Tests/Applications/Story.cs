using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.EventStore;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Applications;

/// <summary>The people, the institutions, the trial and the exemption of the story, and its plan; arranged by commands.</summary>
internal sealed class Story(IServiceProvider services, int? patientCap = null)
{
    public static readonly Actor Administrator = new("adm1", Role.Administrator);
    public static readonly Actor Secretariat = new("sec1", Role.Secretariat);
    public static readonly Actor Expert = new("exp1", Role.Expert);
    public static readonly Actor Committee = new("com1", Role.Committee);
    public static readonly Actor SandboxOfficer = new("sbx1", Role.SandboxOfficer);
    public static readonly Actor Hospital = new("demo-hospital", Role.HospitalSystem, "inst-hanbit");
    public static readonly Actor OtherHospital = new("demo-hospital-2", Role.HospitalSystem, "inst-saebyeok");
    public static readonly TrialId Trial = new("NCT09000001");
    public static readonly GrantId Grant = new("grant-a-hanbit");
    private static readonly InstitutionId Hanbit = new("inst-hanbit");
    private int _commands;

    public static TreatmentPlan Plan(string title = "동종 제대유래 중간엽줄기세포 치료") => new(
        title, "회전근개 부분파열", new(2026, 7, 1), new(2029, 6, 30), 20, RiskClass.High,
        new Product(new ProductId("prod-ucmsc"), 1, "UC-MSC", Modality.Cell, [new ProductComponent("UC-MSC", CellOrigin.Allogeneic, Manipulation: Manipulation.MoreThanMinimal)], new Dictionary<string, string> { ["dose"] = "1×10⁷ cells" }),
        new EvidenceClaim(EvidenceKind.CommercialTrial, Trial: Trial, Grant: Grant), "person-1",
        [.. PlanItem.All.Select(item => new PlanAnswer(item.LinkId, $"답변 {item.LinkId}", []))]);

    public async Task<CommandOutcome.Accepted> Accept<TCommand>(TCommand command, Actor actor)
        where TCommand : notnull
    {
        CommandOutcome outcome = await Send(command, actor);
        return outcome as CommandOutcome.Accepted ?? throw new InvalidOperationException($"{typeof(TCommand).Name}: {outcome.Words()}");
    }

    public Task<CommandOutcome> Send<TCommand>(TCommand command, Actor actor, long? expectedVersion = null)
        where TCommand : notnull =>
        services.GetRequiredService<MediatR.IMediator>().Send(
            new Envelope<TCommand>(command, actor, $"story-{++_commands}") { ExpectedVersion = expectedVersion }, TestContext.Current.CancellationToken);

    public Task<T?> Ask<T>(IQuery<T> query)
        where T : class => services.GetRequiredService<MediatR.IMediator>().Send(query, TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<StoredEvent>> Events(string alias, string id) =>
        services.GetRequiredService<Store>().Reader.Read(alias, id, TestContext.Current.CancellationToken);

    public async Task Prepare()
    {
        await PrepareOfficials();
        await PrepareTrial();
    }

    /// <summary>Everything but the trial.</summary>
    public async Task PrepareOfficials()
    {
        await Accept(new DesignateInstitution(Hanbit, new("한빛대학교병원(가상)", "Hanbit University Hospital (fictional)"), "가상-001", "서울 가상구 1", new(2026, 1, 2)), Administrator);
        await Accept(new AppointReviewer(new("exp1"), true, false, []), Administrator);
        await Accept(new AppointReviewer(new("exp2"), true, false, [Hanbit]), Administrator);
        foreach (int member in Enumerable.Range(1, 5))
            await Accept(new AppointReviewer(new($"mem{member}"), false, true, member == 5 ? [Hanbit] : []), Administrator);
        await Accept(new RecordGrant(Grant, "가상-실증-1", ExemptionKind.TrialForResearch, [new GrantOperator(Hanbit, false, true)], new(2026, 1, 1), new(2027, 12, 31), PatientCap: patientCap), SandboxOfficer);
    }

    public async Task<PlanId> Submit(string id, string title = "동종 제대유래 중간엽줄기세포 치료")
    {
        await Accept(new SubmitTreatmentPlan(new(id), Hanbit, Plan(title)), Hospital);
        return new PlanId(id);
    }

    public async Task<PlanId> Deliberation(string id)
    {
        PlanId plan = await Submit(id);
        await Accept(new ConfirmReceipt(plan, $"2026-{id}"), Secretariat);
        await Accept(new StartExpertReview(plan, new("exp1")), Secretariat);
        await Accept(new AssessComparability(plan, [.. ComparabilityDimension.All.Select(dimension => new ComparabilityRow(dimension.Key, ComparabilityVerdict.Same, "동일함"))], Sameness.Accepted), Expert);
        await Accept(new CompleteExpertReview(plan, "비교 결과 동일함"), Expert);
        return plan;
    }

    public static RecordDecision Decision(PlanId plan, DateOnly on, Vote vote = Vote.Suitable) => new(
        plan, vote, new Deliberation("2026-11", on, 7, [.. Enumerable.Range(1, 5).Select(member => new Ballot(new($"mem{member}"), member == 5 ? Vote.Recused : vote))]), "근거가 충분함");

    private async Task PrepareTrial()
    {
        await Accept(new RegisterTrial(Trial, new TrialRegistration(
            "Umbilical-cord MSC in rotator-cuff tear", null, null, "Hanbit Cell (fictional)", [], ["HB-301"], "INTERVENTIONAL", TrialPhase.Phase3, "COMPLETED", null, new TrialDesign("RANDOMIZED", "PARALLEL", "DOUBLE", "TREATMENT"),
            null, null, null, null, ["Rotator cuff tear"], [], [], [], null)), Secretariat);
        var package = new EvidencePackage(null, null, [new OutcomeMeasure(EndpointRole.Primary, "ASES score", null, "Week 48", null, [], new MeasureTable("MEAN", null, "points", [], []), [])], null, null);
        string stored = await EvidenceFile.Save(services.GetRequiredService<AttachmentStore>(), package, TestContext.Current.CancellationToken);
        await Accept(new RecordTrialResults(Trial, stored, new EvidenceSource("ctgov-api-v2", stored, "2026-01-02")), Secretariat);
        await CompleteTrial();
    }

    /// <summary>The approval and the dates that make a registered trial completed for gating.</summary>
    public async Task CompleteTrial()
    {
        await Accept(new RecordTrialApproval(Trial, new TrialApproval("가상-임상-1", new(2022, 1, 3), "HB-301", true, [Hanbit])), Secretariat);
        await Accept(new RecordTrialCompletion(Trial, new(2025, 3, 1), new(2025, 3, 10), new(2025, 9, 1), null), Secretariat);
    }
}
