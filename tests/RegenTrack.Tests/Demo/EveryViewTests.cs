using Microsoft.Extensions.DependencyInjection;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.EventStore.Views;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Demo;

public sealed class EveryViewTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_view_and_snapshot_rebuilt_from_the_events_of_the_demo_is_what_grew_with_them()
    {
        await using var host = await RunningWeb.Start(postgres);
        await DemoStory.Tell(host.Services, host.Address, _ => { }, Ct);
        var store = host.Services.GetRequiredService<Store>();
        foreach (var subscription in host.Services.GetRequiredService<SubscriptionHost>().Subscriptions)
            Assert.True(await CatchUp.With(store, subscription.Name, TimeSpan.FromSeconds(30), Ct), subscription.Name);

        var filled = 0;
        foreach (var view in store.Views)
        {
            var grown = await Rows(store, view.Name);
            await ViewRebuild.Run(store, view, null, Ct);
            Assert.Equal(grown, await Rows(store, view.Name));
            filled += grown.Count > 0 ? 1 : 0;
        }

        Assert.True(filled > store.Views.Count / 2, "A view without rows shows nothing.");
        var snapshots = await Rows(store, "stream_snapshot");
        await SnapshotRebuild.Run(store, null, Ct);
        Assert.Equal(snapshots, await Rows(store, "stream_snapshot"));
    }

    private static async Task<List<string>> Rows(Store store, string table)
    {
        await using var command = store.Database.CreateCommand($"select t::text from {table} t order by 1");
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
