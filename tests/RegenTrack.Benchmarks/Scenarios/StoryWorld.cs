using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Committee;
using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Benchmarks.Scenarios;

/// <summary>What the story's commands lean on: an institution, a committee, a grant and a completed trial.</summary>
internal sealed class StoryWorld(IServiceProvider services)
{
    public static readonly InstitutionId Institution = new("inst-bench");
    public static readonly TrialId Trial = new("NCT09999999");
    public static readonly GrantId Grant = new("grant-a-bench");
    private readonly IMediator _mediator = services.GetRequiredService<IMediator>();

    public async Task Prepare()
    {
        var administrator = new Actor("adm1", Role.Administrator);
        var secretariat = new Actor("sec1", Role.Secretariat);
        await Accept("institution", new DesignateInstitution(Institution, new("가상병원", "Fictional hospital"), "가상-901", "서울", new(2026, 1, 2)), administrator);
        await Accept("expert", new AppointReviewer(new("exp1"), true, false, []), administrator);
        foreach (var member in Enumerable.Range(1, 5))
        {
            await Accept($"member-{member}", new AppointReviewer(new($"mem{member}"), false, true, []), administrator);
        }

        await Accept("grant", new RecordGrant(Grant, "가상-1", ExemptionKind.TrialForResearch, [new GrantOperator(Institution, false, true)], new(2026, 1, 1), new(2027, 12, 31)), new Actor("sbx1", Role.SandboxOfficer));
        await Accept("trial", new RegisterTrial(Trial, new TrialRegistration(
            "Benchmark trial", null, null, "Sponsor", [], ["B-1"], "INTERVENTIONAL", TrialPhase.Phase3, "COMPLETED", null, new TrialDesign("RANDOMIZED", "PARALLEL", "DOUBLE", "TREATMENT"),
            null, null, null, null, ["Condition"], [], [], [], null)), secretariat);
        var package = new EvidencePackage(null, null, [new OutcomeMeasure(EndpointRole.Primary, "Score", null, "Week 48", null, [], new MeasureTable("MEAN", null, "points", [], []), [])], null, null);
        var stored = await EvidenceFile.Save(services.GetRequiredService<AttachmentStore>(), package, CancellationToken.None);
        await Accept("results", new RecordTrialResults(Trial, stored, new EvidenceSource("ctgov-api-v2", stored, "2026-01-02")), secretariat);
        await Accept("approval", new RecordTrialApproval(Trial, new TrialApproval("가상-1", new(2022, 1, 3), "B-1", true, [Institution])), secretariat);
        await Accept("completion", new RecordTrialCompletion(Trial, new(2025, 3, 1), new(2025, 3, 10), new(2025, 9, 1), null), secretariat);
    }

    public async Task Accept<TCommand>(string commandId, TCommand command, Actor actor)
        where TCommand : notnull
    {
        if (await _mediator.Send(new Envelope<TCommand>(command, actor, commandId)) is not CommandOutcome.Accepted)
        {
            throw new InvalidOperationException($"{commandId} was not accepted.");
        }
    }
}
