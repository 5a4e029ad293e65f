using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using RegenTrack.EventStore.Log;
using RegenTrack.EventStore.Schema;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.EventStore.Views;
using RegenTrack.Web.Database;

namespace RegenTrack.EventStore.Tests.Faults;

/// <summary>Kills without warning, at random moments, two instances of a service and the server under them.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Seed = 20261123;
    private const string Views = "select account, balance, version from balances order by account";
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"regentrack-kill-{Guid.NewGuid():n}");
    private readonly ConcurrentDictionary<string, bool> _acknowledged = [];
    private readonly List<Process> _writers = [];
    private readonly Random _random = new(Seed);
    private EmbeddedPostgres? _server;

    private string KeyFile => Path.Combine(_home, "log-key.pem");

    public async ValueTask InitializeAsync()
    {
        TestContext.Current.SendDiagnosticMessage($"seed {Seed}");
        _server = await EmbeddedPostgres.Start(_home, null, CancellationToken.None);
        await using var database = NpgsqlDataSource.Create(_server.ConnectionString);
        await Migrations.Apply(database, Migrations.Store, CancellationToken.None);
        await using var bank = await Bank.On(_server.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        _writers.ForEach(Kill);
        NpgsqlConnection.ClearAllPools();
        await _server!.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task what_was_acknowledged_is_there_once_when_instances_are_killed_and_their_work_is_taken_over()
    {
        for (var round = 0; round < 4; round++)
        {
            StartWriter($"one{round}");
            StartWriter($"two{round}");
            await Growth(30);
            await Task.Delay(_random.Next(300), Bank.Now);
            Kill(_writers[^2]);
            // The other goes on, and leads within seconds.
            await Growth(30);
            Kill(_writers[^1]);
        }

        await Account();
    }

    [Fact]
    public async Task what_was_acknowledged_is_there_once_when_postgresql_is_killed_under_its_writers()
    {
        StartWriter("one");
        StartWriter("two");
        for (var round = 0; round < 3; round++)
        {
            await Growth(30);
            await Task.Delay(_random.Next(300), Bank.Now);
            var pid = int.Parse(File.ReadLines(Path.Combine(_home, "postgresql", "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
            using (var postmaster = Process.GetProcessById(pid))
            {
                postmaster.Kill();
            }

            await _server!.Died.WaitAsync(Bank.Now);
            await _server.DisposeAsync();
            _server = await EmbeddedPostgres.Start(_home, null, Bank.Now);
        }

        await Growth(30);
        _writers.ForEach(Kill);
        await Account();
    }

    /// <summary>Everything a killed register must still be able to show.</summary>
    private async Task Account()
    {
        await using var bank = await Bank.On(_server!.ConnectionString);
        await Follow(bank);
        var stored = await bank.Rows("select data ->> 'note' from mt_events where type = 'deposited_v2'");
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Empty(_acknowledged.Keys.Except(stored));
        Assert.Empty(await bank.Rows("select s.id from mt_streams s left join mt_events e on e.stream_id = s.id group by s.id, s.version having s.version <> count(e) or s.version <> max(e.version)"));
        Assert.Empty(await bank.Rows("select e.seq_id from mt_events e left join mt_streams s on s.id = e.stream_id where s.id is null"));
        Assert.Equal([$"{stored.Count}|{stored.Count}"], await bank.Rows("select total, entries from turnover"));
        var grown = await bank.Rows(Views);
        var snapshots = await bank.Rows("select id, version, data from stream_snapshot order by id");
        await ViewRebuild.Run(bank.Store, bank.Store.Views[0], null, Bank.Now);
        await SnapshotRebuild.Run(bank.Store, null, Bank.Now);
        Assert.Equal(await bank.Rows(Views), grown);
        Assert.Equal(await bank.Rows("select id, version, data from stream_snapshot order by id"), snapshots);
        using var key = LogKey.Open(KeyFile);
        var verdict = await LogVerification.Run(bank.Store, [key], [], null, Bank.Now);
        Assert.Null(verdict.Damage);
        Assert.Equal(stored.Count, verdict.Newest!.Size);
    }

    private async Task Follow(Bank bank)
    {
        using var key = LogKey.Open(KeyFile);
        using var stop = new CancellationTokenSource();
        var run = new SubscriptionHost(
            bank.Store, [new ViewSubscription(bank.Store, bank.Store.Views.Single(view => view is Turnover)), new LogSealer(bank.Store, key, TimeProvider.System, TimeSpan.Zero)], new SubscriptionOptions())
            .Run(_ => { }, stop.Token);
        foreach (var subscription in new[] { "view:turnover", "log" })
        {
            Assert.True(await CatchUp.With(bank.Store, subscription, TimeSpan.FromSeconds(60), Bank.Now));
        }

        await stop.CancelAsync();
        await run;
    }

    private void StartWriter(string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillTests).Assembly.Location, "writer", _server!.ConnectionString, KeyFile, name, Seed.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var writer = Process.Start(start)!;
        writer.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } note)
            {
                _acknowledged[note] = true;
            }
        };
        writer.BeginOutputReadLine();
        writer.BeginErrorReadLine();
        _writers.Add(writer);
    }

    private async Task Growth(int more)
    {
        var from = _acknowledged.Count;
        for (var waited = 0; _acknowledged.Count < from + more; waited += 20)
        {
            Assert.True(waited < 60_000, "Nothing was acknowledged for a minute.");
            await Task.Delay(20, Bank.Now);
        }
    }

    private static void Kill(Process writer)
    {
        if (!writer.HasExited)
        {
            writer.Kill();
            writer.WaitForExit();
        }
    }
}
