using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Resources;
using RegenTrack.App.Safety;
using RegenTrack.Domain.Safety;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Safety;

public sealed class TraceTests(PostgresFixture postgres)
{
    [Fact]
    public async Task an_event_leads_to_lot_donor_shipment_and_temperature_log_and_to_everybody_else_of_the_lot()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        foreach (var id in new[] { "a", "b", "c" })
        {
            await story.Enrol(id);
            await story.Give(id);
        }

        await app.Accept(TreatmentStory.Event("a"), Story.Hospital);
        await app.Accept(TreatmentStory.Event("b", serious: false), Story.Hospital);

        var trace = (await app.Mediator.Send(new TraceAdverseEvent(TreatmentStory.SafetyOfficer, "ae-a"), Cancellation))!;
        Assert.Equal("adm-a", trace.Given?.Id.Value);
        Assert.Equal(CellsStory.Donor, trace.Origin?.Donor.Id);
        Assert.Equal(CellsStory.Shipment, trace.Origin?.Shipment.Id);
        Assert.Equal(-175m, Assert.Single(trace.Origin!.Logs).Verdicts[0].Maximum);
        Assert.Equal(["subj-b", "subj-c"], trace.OtherRecipients.Select(other => other.Subject));
        Assert.Equal(["ae-a", "ae-b"], trace.EventsOfLot.Select(e => e.AdverseEvent));
    }

    [Fact]
    public async Task the_board_shows_open_serious_events_first_and_pages_by_key()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        foreach (var id in new[] { "a", "b", "c" })
        {
            await story.Enrol(id);
            await story.Give(id);
        }

        await app.Accept(TreatmentStory.Event("a", serious: false), Story.Hospital);
        await app.Accept(TreatmentStory.Event("b"), Story.Hospital);
        await app.Accept(TreatmentStory.Event("c"), Story.Hospital);
        var recovered = TreatmentStory.Event("b").Assessment with { Outcome = EventOutcome.Recovered };
        await app.Accept(new FollowUpAdverseEvent(new("ae-b"), recovered, "퇴원", new(2026, 7, 6)), Story.Hospital);
        await app.Accept(new CloseAdverseEvent(new("ae-b"), "회복"), Story.Hospital);

        Assert.Equal(["ae-c", "ae-a", "ae-b"], await Board(app));
        Assert.Equal(["ae-a", "ae-b"], await Board(app, after: "ae-c"));
        Assert.Equal(["ae-c", "ae-b"], await Board(app, "serious"));
        Assert.Equal(["ae-a"], await Board(app, "other"));
    }

    [Fact]
    public async Task another_hospital_neither_reads_nor_follows_up()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await story.Enrol("a");
        await story.Give("a");
        await app.Accept(TreatmentStory.Event("a"), Story.Hospital);

        var resources = app.Services.GetRequiredService<ResourceReader>();
        Assert.NotNull(await resources.Find("AdverseEvent", "ae-a", Story.Hospital.Institution, Cancellation));
        Assert.Null(await resources.Find("AdverseEvent", "ae-a", Story.OtherHospital.Institution, Cancellation));
        Assert.Null(await app.Mediator.Send(new TraceAdverseEvent(Story.Hospital, "ae-a"), Cancellation));
        Assert.IsType<CommandOutcome.Absent>(await app.Send(new CloseAdverseEvent(new("ae-a"), "회복"), Story.OtherHospital));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<IEnumerable<string>> Board(TestApp app, string? filter = null, string? after = null) =>
        (await app.Mediator.Send(new ListAdverseEvents(TreatmentStory.SafetyOfficer, filter, after), Cancellation))!.Rows.Select(row => row.AdverseEvent);
}
