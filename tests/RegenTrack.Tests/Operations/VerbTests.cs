using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Host;

namespace RegenTrack.Tests.Operations;

/// <summary>The operator's verbs, as programs of their own.</summary>
public sealed class VerbTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_register_is_sealed_verified_exported_and_read_into_an_empty_database()
    {
        var folder = Directory.CreateTempSubdirectory("regentrack-verbs-");
        try
        {
            var first = await postgres.CreateDatabase(Ct);
            var keys = Path.Combine(folder.FullName, "keys");
            await Seal(first, keys);
            var (code, head, said) = await Run(first, keys, "verify");
            Assert.True(code == 0, said);
            Assert.Contains("\"size\":", head, StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "heads"), head, Ct);

            var file = Path.Combine(folder.FullName, "events.ndjson");
            Assert.Equal(0, (await Run(first, keys, "export", file)).Code);
            Assert.Equal(1, (await Run(first, keys, "export", file)).Code);
            var second = await postgres.CreateDatabase(Ct);
            var read = await Run(second, keys, "import", "events", file);
            Assert.True(read.Code == 0, read.Said);
            Assert.Equal(1, (await Run(second, keys, "import", "events", file)).Code);
            Assert.Equal(await Lots(first), await Lots(second));
            Assert.NotEmpty(await Resources(first));
            Assert.Equal(await Resources(first), await Resources(second));

            await Execute(first, "update mt_events set data = data || '{\"batch\": \"X\"}' where type = 'lot_announced_v1'");
            var altered = await Run(first, keys, "verify", "--heads", Path.Combine(folder.FullName, "heads"));
            Assert.Equal(2, altered.Code);
            Assert.Contains("lot:lot-", altered.Said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Seal(string database, string keys)
    {
        await using var app = RegenTrackHost.Build(new HostSetup(database) { Urls = "http://127.0.0.1:0", Time = new TestTime(TestTime.Start), KeyFolder = keys, WarmUp = false });
        await app.StartAsync(Ct);
        await new CellsStory(app.Services).Announce();
        Assert.True(await CatchUp.With(app.Services.GetRequiredService<Store>(), "log", TimeSpan.FromSeconds(30), Ct));
        await app.StopAsync(Ct);
    }

    private static async Task<(int Code, string Output, string Said)> Run(string database, string keys, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RegenTrackHost).Assembly.Location, .. arguments])
        {
            Environment = { ["ConnectionStrings__RegenTrack"] = database, ["REGENTRACK_KEYS"] = keys },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Ct);
        var said = await process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, said);
    }

    private static Task<IReadOnlyList<string>> Lots(string database) => Rows(database, "select lot || state || batch from lot_board order by lot");

    private static Task<IReadOnlyList<string>> Resources(string database) =>
        Rows(database, "select concat_ws(' ', type, id, version, updated, org, stream, md5(body), md5(keys::text)) from fhir_resource order by type, id");

    private static async Task<IReadOnlyList<string>> Rows(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct))
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static async Task Execute(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        Assert.True(await command.ExecuteNonQueryAsync(Ct) > 0);
    }
}
