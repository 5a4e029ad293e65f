using RegenTrack.App.Sandbox;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Sandbox;

public sealed class ProofTests(PostgresFixture postgres)
{
    [Fact]
    public async Task the_story_is_counted_from_its_events()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await story.Enrol("a");
        await story.Enrol("b");
        await story.Give("a");
        await app.Accept(TreatmentStory.Event("a"), Story.Hospital);
        await app.Follow();

        var proof = (await app.Mediator.Send(new GetProof(Story.SandboxOfficer), TestContext.Current.CancellationToken))!;
        Assert.Equal(1, proof.Of("trial"));
        Assert.Equal((1, 1), (proof.Of("application"), proof.Of("application", "Suitable")));
        Assert.Equal((1, 1, 0), (proof.Of("lot"), proof.Of("lot", "Released"), proof.Of("lot", "Rejected")));
        Assert.Equal((2, 1, 1), (proof.Of("subject"), proof.Of("subject", "Treated"), proof.Of("administration")));
        Assert.Equal((1, 0), (proof.Of("adverse-event", "Serious"), proof.Of("adverse-event", "Other")));
        Assert.Equal([1], proof.DaysOnClock);
    }

    [Fact]
    public async Task the_numbers_are_not_for_everybody()
    {
        await using var app = await TestApp.Start(postgres);
        Assert.Null(await app.Mediator.Send(new GetProof(Story.Hospital), TestContext.Current.CancellationToken));
        Assert.Null(await app.Mediator.Send(new ListGrants(Story.Expert), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 7 }, 7)]
    [InlineData(new[] { 10, 20 }, 15)]
    [InlineData(new[] { 1, 2, 90 }, 2)]
    public void the_median_is_the_middle(int[] days, int? median) =>
        Assert.Equal(median, (int?)new Proof(new Dictionary<(string Kind, string State), int>(), days).MedianDays);
}
