using RegenTrack.Benchmarks.Floors;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Transfer;
using RegenTrack.EventStore.Views;

namespace RegenTrack.Benchmarks.Scenarios.Bars;

/// <summary>Much at once.</summary>
internal static class Bulk
{
    private const int Streams = 2000;
    private const int EventsEach = 10;

    public static async Task<Comparison> Import(Rig rig, int rounds)
    {
        var store = await Filled(rig);
        using var file = new MemoryStream();
        await LogExport.Write(store, file, null, CancellationToken.None);
        var rows = new List<EventRow>();
        await foreach (var row in store.Reader.Rows(0, long.MaxValue, CancellationToken.None))
        {
            rows.Add(row);
        }

        var (into, floor) = (await rig.Store(), await rig.Database());
        const string empty = "truncate mt_streams, mt_events";
        return await Interleaved.Run(
            "import of 20,000 events (events)", rounds,
            async _ =>
            {
                await Execute(into.Database, empty);
                file.Position = 0;
                return (int)await LogImport.Read(into, file, null, CancellationToken.None);
            },
            async _ =>
            {
                await Execute(floor, empty);
                return await new RawCopy(floor).Write(rows);
            });
    }

    public static async Task<Comparison> Rebuild(Rig rig, int rounds)
    {
        var store = await Filled(rig);
        var floor = new RawStore(store.Database);
        return await Interleaved.Run(
            "rebuild of the snapshots of 20,000 events (events)", rounds,
            async _ =>
            {
                await SnapshotRebuild.Run(store, null, CancellationToken.None);
                return Streams * EventsEach;
            },
            _ => floor.ReadEverything());
    }

    public static async Task<Comparison> Fold(Rig rig, int rounds)
    {
        var store = await rig.Store();
        var floor = new RawStore(store.Database);
        await Appends.Fill(store, ShelfSchema.Folded, "thousand", 1000);
        return await Interleaved.Run(
            "fold of a stream of 1,000 events (folds)", rounds,
            _ => Clients.Run(1, 60, (_, _) => store.Reader.State(ShelfSchema.Folded, "thousand", CancellationToken.None)),
            _ => Clients.Run(1, 60, (_, _) => floor.Fold("folded:thousand")));
    }

    private static async Task<EventStore.Store> Filled(Rig rig)
    {
        var store = await rig.Store();
        await Clients.Run(4, Streams / 4, (client, number) => Appends.Fill(store, ShelfSchema.Kept, $"{client}-{number}", EventsEach));
        await Execute(store.Database, "vacuum analyze");
        return store;
    }

    private static async Task Execute(Npgsql.NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
