using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.EventStore.Views;

namespace RegenTrack.Tests.Fixtures;

/// <summary>Rebuilds everything that is derived and compares it with what grew event by event.</summary>
internal static class Rebuilt
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <returns>How many views had rows to compare.</returns>
    public static async Task<int> EqualsWhatGrew(Store store, SubscriptionHost subscriptions)
    {
        foreach (var subscription in subscriptions.Subscriptions)
            Assert.True(await CatchUp.With(store, subscription.Name, TimeSpan.FromSeconds(60), Ct), subscription.Name);

        var filled = 0;
        foreach (var view in store.Views)
        {
            var grown = await Rows(store, view.Name);
            await ViewRebuild.Run(store, view, null, Ct);
            Assert.Equal(grown, await Rows(store, view.Name));
            filled += grown.Count > 0 ? 1 : 0;
        }

        var shown = await Resources(store);
        await StateViewRebuild.Run(store, store.StateViews.Single(), null, Ct);
        Assert.Equal(shown, await Resources(store));
        Assert.NotEmpty(shown);

        var snapshots = await Rows(store, "stream_snapshot");
        await SnapshotRebuild.Run(store, null, Ct);
        Assert.Equal(snapshots, await Rows(store, "stream_snapshot"));
        return filled;
    }

    private static async Task<List<string>> Resources(Store store)
    {
        List<string> rows = [];
        foreach (var table in new[] { "fhir_resource", "fhir_version", "fhir_span", "fhir_text" })
            rows.AddRange(await Rows(store, table));
        return rows;
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
