using System.Globalization;
using Npgsql;
using RegenTrack.EventStore.Schema;
using RegenTrack.Web.Database;

namespace RegenTrack.Benchmarks.Scenarios.Bars;

/// <summary>The bars of the event store, each as a ratio to a floor that alternates with it. Durable: fsync is on.</summary>
internal static class StoreBars
{
    /// <param name="only">Topic of the bars to measure: <c>start</c>, <c>append</c>, <c>bulk</c>, <c>pipeline</c>, <c>log</c> or <c>allocation</c>; null measures all.</param>
    public static async Task<int> Measure(int rounds, string? only)
    {
        var home = Path.Combine(Path.GetTempPath(), $"regentrack-store-bench-{Guid.NewGuid():n}");
        await using var server = await EmbeddedPostgres.Start(home, null, CancellationToken.None);
        var rig = new Rig(server);
        Console.WriteLine("| what | subject /s | floor /s | ratio (median) | min–max | rounds | bar |\n|---|---|---|---|---|---|---|");
        var met = true;
        foreach (var (topic, bar, run) in new (string, double, Func<Rig, int, Task<Comparison>>)[]
        {
            ("start", 0.85, (it, n) => Appends.Start(it, n, clients: 1)), ("start", 0.85, (it, n) => Appends.Start(it, n, clients: 8)),
            ("append", 0.75, (it, n) => Appends.LoadAndAppend(it, n, clients: 1)), ("append", 0.75, (it, n) => Appends.LoadAndAppend(it, n, clients: 8)),
            ("bulk", 0.80, Appends.Hundred), ("bulk", 0.75, Bulk.Import), ("bulk", 0.40, Bulk.Rebuild), ("bulk", 0.80, Bulk.Fold), ("append", 1 / 1.5, Appends.LongStream),
            ("pipeline", 0.85, (it, n) => Pipeline.OverBareStore(it, n, clients: 1)), ("pipeline", 0.85, (it, n) => Pipeline.OverBareStore(it, n, clients: 8)),
            ("log", 0.92, (it, n) => Sealing.Cost(it, n, clients: 1)), ("log", 0.92, (it, n) => Sealing.Cost(it, n, clients: 8)),
        })
        {
            if (only is not null && only != topic)
            {
                continue;
            }

            var comparison = await run(rig, rounds);
            await rig.DisposeAsync();
            met &= comparison.Ratio >= bar;
            Console.WriteLine($"{comparison} {bar.ToString("0.00", CultureInfo.InvariantCulture)} |");
        }

        var allocated = await Appends.Allocated(rig);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Allocated per load + append in the store: {allocated / 1024.0:0.0} KB (bar 10 KB)."));
        await rig.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(home, recursive: true);
        return met && allocated <= 10 * 1024 ? 0 : 1;
    }
}

/// <summary>Databases of their own for subjects and floors, on one server.</summary>
internal sealed class Rig(EmbeddedPostgres server) : IAsyncDisposable
{
    private readonly List<NpgsqlDataSource> _opened = [];
    private int _databases;

    /// <summary>A fresh database with the store's schema.</summary>
    public async Task<NpgsqlDataSource> Database()
    {
        var database = EventStore.Store.Connect(await Create());
        _opened.Add(database);
        await Migrations.Apply(database, Migrations.Store, CancellationToken.None);
        return database;
    }

    /// <summary>Connection string of a fresh, empty database.</summary>
    public async Task<string> Create()
    {
        var name = $"bench_{++_databases}";
        await using (var connection = new NpgsqlConnection(server.ConnectionString))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand($"create database {name}", connection);
            await create.ExecuteNonQueryAsync();
        }

        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
    }

    public async Task<EventStore.Store> Store() => new(await Database(), [ShelfSchema.Kept, ShelfSchema.Folded], []);

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
        {
            await database.DisposeAsync();
        }

        _opened.Clear();
    }
}

/// <summary>Several clients at once, each doing one thing after another.</summary>
internal static class Clients
{
    public static async Task<int> Run(int clients, int each, Func<int, int, Task> work)
    {
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var number = 0; number < each; number++)
            {
                await work(client, number);
            }
        })));
        return clients * each;
    }
}
