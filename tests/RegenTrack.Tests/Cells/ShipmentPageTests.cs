using System.Net;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Cells;

public sealed class ShipmentPageTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("")]
    [InlineData("0001-01-01T00:00")]
    public async Task a_hand_over_without_a_time_is_refused_and_what_was_typed_stays(string at)
    {
        await using var web = await RunningWeb.Start(postgres);
        var story = new CellsStory(web.Services);
        await story.Announce();
        await story.Arrive();
        using var inspector = await web.SignedIn(Role.Inspector);
        using var refused = await inspector.Submit($"/cells/shipments/{CellsStory.Shipment.Value}", "Custody", ("To", "Depot"), ("At", at), ("Place", "Quay 7"), ("Condition", "cold"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Quay 7", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
