using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.App;
using RegenTrack.App.Law;
using RegenTrack.Benchmarks.Floors;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Specifications;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.Interop;
using RegenTrack.Web.Database;

namespace RegenTrack.Benchmarks.Scenarios;

/// <summary>The story's commands a second through the full pipeline, against the same rows by raw Npgsql in the same run. Durable: fsync is on.</summary>
internal static class StoryThroughput
{
    private const double Goal = 0.6;

    public static async Task<int> Measure(int rounds)
    {
        var home = Path.Combine(Path.GetTempPath(), $"regentrack-bench-{Guid.NewGuid():n}");
        await using var server = await EmbeddedPostgres.Start(home, null, CancellationToken.None);
        await using var services = new ServiceCollection().AddRegenTrack(server.ConnectionString, Holidays.Shipped).AddFhirDoors().BuildServiceProvider();
        await AppServices.ApplySchema(services, [], CancellationToken.None);
        var world = new StoryWorld(services);
        await world.Prepare();
        await world.Accept("spec", new DefineTransportSpecification(new("product-bench", 1, [new(true, -150m, 10, 30, ExcursionOutcome.Major)], 15)), new Actor("ins1", Role.Inspector));
        var stories = new StoryCommands(world);
        await stories.Tell("sample");
        await using var floor = Store.Connect(server.ConnectionString);
        var recorded = await RecordedCommands.Read(services.GetRequiredService<NpgsqlDataSource>(), "sample-");
        var raw = new RawRows(floor, recorded);

        Console.WriteLine("| what | pipeline /s | raw rows /s | ratio (median) | min–max | rounds |\n|---|---|---|---|---|---|");
        var met = true;
        foreach (var clients in new[] { 1, 8 })
        {
            var comparison = await Interleaved.Run(
                $"story commands, {clients} client(s)",
                rounds,
                async round => (await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Repeat(10, index => stories.Tell($"c{clients}r{round}k{client}n{index}"))))).Sum(),
                async round => (await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Repeat(10, index => raw.Write($"f{clients}r{round}k{client}n{index}:"))))).Sum());
            Console.WriteLine(comparison);
            met &= comparison.Ratio >= Goal;
        }

        Directory.Delete(home, recursive: true);
        return met ? 0 : 1;
    }

    private static async Task<int> Repeat(int times, Func<int, Task<int>> work)
    {
        var operations = 0;
        for (var index = 0; index < times; index++)
        {
            operations += await work(index);
        }

        return operations;
    }
}
