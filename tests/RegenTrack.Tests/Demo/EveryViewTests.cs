using Microsoft.Extensions.DependencyInjection;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Demo;

public sealed class EveryViewTests(PostgresFixture postgres)
{
    [Fact]
    public async Task every_view_and_snapshot_rebuilt_from_the_events_of_the_demo_is_what_grew_with_them()
    {
        await using var host = await RunningWeb.Start(postgres);
        await DemoStory.Tell(host.Services, host.Address, _ => { }, TestContext.Current.CancellationToken);
        var store = host.Services.GetRequiredService<Store>();
        var filled = await Rebuilt.EqualsWhatGrew(store, host.Services.GetRequiredService<SubscriptionHost>());
        Assert.True(filled > store.Views.Count / 2, "A view without rows shows nothing.");
    }
}
