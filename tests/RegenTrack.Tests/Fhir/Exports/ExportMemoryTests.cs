using System.Buffers;
using System.Diagnostics;
using Npgsql;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Exports;

[Collection(Alone.Name)]
public sealed class ExportMemoryTests(PostgresFixture postgres)
{
    private const int Resources = 5_000;
    private const string Many = """
        insert into fhir_resource (type, id, version, updated, org, stream, keys, refs, body)
        select 'Device', 'd-' || g, 1, now(), 'inst-hanbit', 'test:' || g, '{}', '{}', convert_to('{"resourceType":"Device","id":"d-' || g || '","note":[{"text":"' || repeat('x', 4000) || '"}]}', 'UTF8')
        from generate_series(1, $1) g
        """;

    [Fact]
    public async Task a_file_of_twenty_megabytes_goes_out_within_a_fifth_of_that_in_garbage()
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        await using (var database = NpgsqlDataSource.Create(host.ConnectionString))
        await using (var fill = database.CreateCommand(Many))
        {
            fill.Parameters.Add(new() { Value = Resources });
            await fill.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var watch = Stopwatch.StartNew();
        var file = (await own.Export("$export?_type=Device")).Items("output").Single();
        var planned = watch.Elapsed;
        var (smallest, length) = (long.MaxValue, 0L);
        watch.Restart();
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            length = await Read(own, file.Text("url")!.Split("/fhir/")[1]);
            smallest = Math.Min(smallest, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{length} bytes with {smallest} bytes of garbage, client and server together; planned in {planned.TotalMilliseconds:0} ms, read in {watch.Elapsed.TotalMilliseconds / 3:0} ms");
        Assert.True(length > Resources * 4_000L);
        Assert.InRange(smallest, 1, length / 5);
    }

    /// <summary>How much came, read into rented memory.</summary>
    private static async Task<long> Read(ExportingClient client, string path)
    {
        using var answer = await client.Stream(path);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        long length = 0;
        while (await body.ReadAsync(buffer, TestContext.Current.CancellationToken) is var read and > 0)
            length += read;
        ArrayPool<byte>.Shared.Return(buffer);
        return length;
    }
}
