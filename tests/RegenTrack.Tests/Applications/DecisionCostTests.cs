using RegenTrack.App.Law;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Applications;

public sealed class DecisionCostTests(PostgresFixture postgres)
{
    /// <summary>One each: the receipt with the application, all members, the trial, the exemption, the commit.</summary>
    private const int Necessary = 5;

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task a_decision_costs_the_same_round_trips_however_many_members_voted(int members)
    {
        await using TestApp app = await TestApp.Start(postgres, Holidays.Shipped);
        var story = new Story(app.Services);
        await story.Prepare();
        PlanId plan = await story.Deliberation("plan-1");
        var decision = Story.Decision(plan, new(2026, 6, 1));
        decision = decision with { Deliberation = decision.Deliberation with { Appointed = 5, Ballots = [.. decision.Deliberation.Ballots.Take(members)] } };

        using var trips = new RoundTrips();
        Assert.IsType<CommandOutcome.Accepted>(await story.Send(decision, Story.Committee));

        Assert.True(trips.Statements.Count == Necessary, string.Join("\n--\n", trips.Statements));
    }
}
