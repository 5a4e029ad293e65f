using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Products.Published;

namespace RegenTrack.Tests.Submissions;

/// <summary>A low-risk application (which needs no prior evidence) brought along its way by commands.</summary>
internal sealed class FiledApplication(IServiceProvider services)
{
    private static readonly PlanId Id = new("application-9");
    private static readonly Actor System = new("system", Role.System);
    private readonly DateOnly _today = KoreanTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
    private bool _received;

    public async Task Receive(CancellationToken cancellation)
    {
        var vault = services.GetRequiredService<IdentityVault>();
        await vault.Put("person-1", "treatment-plan", _today.AddYears(10), JsonElement.Parse("""{"resourceType":"Practitioner","name":[{"text":"김가상"}],"telecom":[{"system":"phone","value":"02-0000-0000"}]}"""), cancellation);
        await vault.Put("person-2", "treatment-plan", _today.AddYears(10), JsonElement.Parse("""{"text":"이가상, 정형외과 전문의"}"""), cancellation);

        var product = SyntheticDossier.Plan.Product with { Components = [new ProductComponent("자가 골수 단핵세포", CellOrigin.Autologous)] };
        var plan = SyntheticDossier.Plan with { From = _today, Until = _today.AddYears(2), Product = product, Evidence = EvidenceClaim.Nothing, SelfAssessedRisk = RiskClass.Low };
        await Accept(new DesignateInstitution(SyntheticDossier.Hanbit, new("한빛대학교병원(가상)", "Hanbit University Hospital (fictional)"), "가상-001", "서울특별시 가상구", _today.AddYears(-1)), System, cancellation);
        await Accept(new SubmitTreatmentPlan(Id, SyntheticDossier.Hanbit, plan), new Actor("demo-hospital", Role.HospitalSystem, SyntheticDossier.Hanbit.Value), cancellation);
        await Accept(new ConfirmReceipt(Id, "2026-0009"), System, cancellation);
        _received = true;
    }

    public async Task Decide(CancellationToken cancellation)
    {
        if (!_received)
            await Receive(cancellation);
        var expert = new ReviewerId("exp1");
        ReviewerId[] members = [new("m1"), new("m2"), new("m3")];
        await Accept(new AppointReviewer(expert, IsExpert: true, IsMember: false, []), System, cancellation);
        foreach (var member in members)
            await Accept(new AppointReviewer(member, IsExpert: false, IsMember: true, []), System, cancellation);
        await Accept(new StartExpertReview(Id, expert), System, cancellation);
        await Accept(new CompleteExpertReview(Id, "검토보고서"), new Actor("exp1", Role.Expert), cancellation);
        var meeting = new Deliberation("2026-11", _today, 3, [.. members.Select(member => new Ballot(member, Vote.Suitable))]);
        await Accept(new RecordDecision(Id, Vote.Suitable, meeting, "안전성과 유효성이 인정됨"), new Actor("com1", Role.Committee), cancellation);
    }

    private async Task Accept<TCommand>(TCommand command, Actor actor, CancellationToken cancellation)
        where TCommand : notnull
    {
        var outcome = await services.GetRequiredService<IMediator>().Send(new Envelope<TCommand>(command, actor, Guid.NewGuid().ToString()), cancellation);
        Assert.True(outcome is CommandOutcome.Accepted, $"{typeof(TCommand).Name}: {JsonSerializer.Serialize<object>(outcome)}");
    }
}
