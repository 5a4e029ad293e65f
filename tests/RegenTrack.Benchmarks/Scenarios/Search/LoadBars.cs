using System.Diagnostics;
using System.Globalization;
using Npgsql;
using RegenTrack.Web.Database;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>How much a hospital's systems get done over HTTP beside many stored resources, with a record of every access: transactions of a hospital's own records, and a mix of create, read, update and search.</summary>
internal static class LoadBars
{
    private const int Types = 6;
    private const int Clients = 8;
    private const int WarmUp = 4;
    private const double LeastLoaded = 700;
    private const double LeastAnswered = 600;
    private const double LatestReadMs = 10;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task<int> Measure(int resources, int rounds)
    {
        var home = Path.Combine(Path.GetTempPath(), $"regentrack-load-bench-{Guid.NewGuid():n}");
        await using var server = await EmbeddedPostgres.Start(home, null, CancellationToken.None);
        var connection = await SearchLoad.Database(server, "load");
        await using var web = await SearchServer.Start(connection);
        await using var database = NpgsqlDataSource.Create(connection);
        await SearchLoad.Run(database, resources / Types);

        var hospitals = Enumerable.Range(0, Clients).Select(number => new LoadClient(web.Client, number, resources / Types)).ToList();
        for (var round = 0; round < WarmUp; round++)
        {
            await Together(hospitals, client => client.Transact());
            await Together(hospitals, client => client.Mix());
        }

        // As the database does by itself within a minute: what it planned for empty tables is over.
        await SearchLoad.Execute(database, "analyze");
        var (loaded, answered, read) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            loaded.Add(await Together(hospitals, client => client.Transact()));
            answered.Add(await Together(hospitals, client => client.Mix()));
            read.AddRange(await hospitals[0].Reads(200));
        }

        read.Sort();
        var late = read[read.Count * 95 / 100];
        Console.WriteLine($"| {resources} resources, {Clients} clients | median | min–max | rounds | bar |\n|---|---|---|---|---|");
        Console.WriteLine(Row("transactions of 50, resources/s", loaded, LeastLoaded));
        Console.WriteLine(Row("mixed create, read, update, search, requests/s", answered, LeastAnswered));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read, 1 client: p50 {read[read.Count / 2]:0.00} ms, p95 {late:0.00} ms (bar {LatestReadMs})"));
        await server.DisposeAsync();
        Directory.Delete(home, recursive: true);
        return Median(loaded) >= LeastLoaded && Median(answered) >= LeastAnswered && late <= LatestReadMs ? 0 : 1;
    }

    /// <summary>What all clients got done a second.</summary>
    private static async Task<double> Together(List<LoadClient> clients, Func<LoadClient, Task<int>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            var sum = 0;
            while (Stopwatch.GetElapsedTime(started) < Round)
                sum += await work(client);
            return sum;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static string Row(string name, List<double> rates, double bar) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(rates):0} | {rates.Min():0}–{rates.Max():0} | {rates.Count} | {bar:0} |");

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
