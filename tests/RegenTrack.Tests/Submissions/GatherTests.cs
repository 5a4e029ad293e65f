using RegenTrack.App.Submissions;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Submissions;

public sealed class GatherTests(PostgresFixture postgres)
{
    private static readonly Actor Officer = new("sec1", Role.Secretariat);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_filing_is_told_as_received_whatever_came_after()
    {
        await using var app = await TestApp.Start(postgres);
        var application = new FiledApplication(app.Services);
        await application.Receive(Cancellation);
        var received = await app.Mediator.Send(new GatherFiling(Officer, "application-9"), Cancellation);
        await application.Decide(Cancellation);

        var later = await app.Mediator.Send(new GatherFiling(Officer, "application-9"), Cancellation);

        Assert.Equal((Stage.Received, "가상-001"), (later!.Application.Stage, later.Institution.Number));
        Assert.Null(later.Application.Decision);
        Assert.Equal((received!.RecordedAt, received.ReceivedOn), (later.RecordedAt, later.ReceivedOn));
    }

    [Fact]
    public async Task there_are_no_facts_of_a_result_before_the_decision()
    {
        await using var app = await TestApp.Start(postgres);
        var application = new FiledApplication(app.Services);
        await application.Receive(Cancellation);
        var early = await app.Mediator.Send(new GatherResult(Officer, "application-9"), Cancellation);
        await application.Decide(Cancellation);

        var decided = await app.Mediator.Send(new GatherResult(Officer, "application-9"), Cancellation);

        Assert.Null(early);
        Assert.Equal(DecisionResult.Suitable, decided!.Application.Decision!.Result);
    }

    [Theory]
    [InlineData(Role.Inspector, "ins1")]
    [InlineData(Role.Expert, "exp2")]
    public async Task whoever_may_not_read_the_application_gets_nothing(Role role, string id)
    {
        await using var app = await TestApp.Start(postgres);
        await new FiledApplication(app.Services).Receive(Cancellation);

        Assert.Null(await app.Mediator.Send(new GatherFiling(new Actor(id, role), "application-9"), Cancellation));
    }
}
