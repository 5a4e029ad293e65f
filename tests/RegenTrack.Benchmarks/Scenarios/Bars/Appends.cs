using RegenTrack.Benchmarks.Floors;
using RegenTrack.EventStore;

namespace RegenTrack.Benchmarks.Scenarios.Bars;

/// <summary>Small writes.</summary>
internal static class Appends
{
    public static readonly EventMetadata By = new("inspector-17", "Inspector", CommandId: "0199f1b0-77c4-7c53-a1a1-52b4dd0b9a7e");

    public static async Task<Comparison> Start(Rig rig, int rounds, int clients)
    {
        var (store, floor) = (await rig.Store(), new RawStore(await rig.Database()));
        var each = 960 / clients;
        return await Interleaved.Run(
            $"start a stream with 1 event, {clients} client(s)", rounds,
            round => Clients.Run(clients, each, async (client, number) =>
            {
                var session = store.OpenSession();
                session.Start(ShelfSchema.Folded, $"{round}-{client}-{number}", Scanned.Make(number));
                await Committed(session);
            }),
            round => Clients.Run(clients, each, (client, number) => floor.Start($"folded:{round}-{client}-{number}", Scanned.Make(number))));
    }

    public static async Task<Comparison> LoadAndAppend(Rig rig, int rounds, int clients)
    {
        var (store, floor) = (await rig.Store(), new RawStore(await rig.Database()));
        var each = 960 / clients;
        return await Interleaved.Run(
            $"load, decide, append 1 with snapshot, {clients} client(s)", rounds,
            round => Clients.Run(clients, each, (client, number) => LoadAndAppend(store, $"{client}-{number % 20}", number)),
            round => Clients.Run(clients, each, (client, number) => floor.LoadAndAppend($"kept:{client}-{number % 20}", Scanned.Make(number))));
    }

    public static async Task<Comparison> Hundred(Rig rig, int rounds)
    {
        var (store, floor) = (await rig.Store(), new RawStore(await rig.Database()));
        Scanned[] events = [.. Enumerable.Range(0, 100).Select(Scanned.Make)];
        return await Interleaved.Run(
            "100 events in one transaction (transactions)", rounds,
            round => Clients.Run(1, 40, async (_, number) =>
            {
                var session = store.OpenSession();
                session.Start(ShelfSchema.Folded, $"{round}-{number}", events);
                await Committed(session);
            }),
            round => Clients.Run(1, 40, (_, number) => floor.Start($"folded:{round}-{number}", events)));
    }

    /// <summary>A command on a stream of 200 events over one on a stream of 10.</summary>
    public static async Task<Comparison> LongStream(Rig rig, int rounds)
    {
        var store = await rig.Store();
        for (var stream = 0; stream < 100; stream++)
        {
            await Fill(store, ShelfSchema.Kept, $"long-{stream}", 200);
            await Fill(store, ShelfSchema.Kept, $"short-{stream}", 10);
        }

        return await Interleaved.Run(
            "append on 200 events over append on 10", rounds,
            _ => Clients.Run(1, 100, (_, number) => LoadAndAppend(store, $"long-{number}", number)),
            _ => Clients.Run(1, 100, (_, number) => LoadAndAppend(store, $"short-{number}", number)));
    }

    /// <summary>Bytes a load and append allocate, the driver's included.</summary>
    public static async Task<long> Allocated(Rig rig)
    {
        var store = await rig.Store();
        const int commands = 500;
        await Clients.Run(1, 50, (_, number) => LoadAndAppend(store, $"{number % 20}", number));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var number = 0; number < commands; number++)
        {
            await LoadAndAppend(store, $"{number % 20}", number);
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / commands;
    }

    public static async Task LoadAndAppend(EventStore.Store store, string id, int number)
    {
        var session = store.OpenSession();
        var loaded = await session.Load(ShelfSchema.Kept, id, CancellationToken.None);
        session.Append(ShelfSchema.Kept, loaded, [Scanned.Make(number)]);
        await Committed(session);
    }

    public static async Task Fill(EventStore.Store store, ShelfSchema schema, string id, int events)
    {
        var session = store.OpenSession();
        session.Start(schema, id, [.. Enumerable.Range(0, events).Select(Scanned.Make)]);
        await Committed(session);
    }

    private static async Task Committed(EventSession session)
    {
        if ((await session.Commit(By, CancellationToken.None)).Conflict is { } conflict)
        {
            throw new InvalidOperationException($"Conflict on {conflict.StreamKey}.");
        }
    }
}
