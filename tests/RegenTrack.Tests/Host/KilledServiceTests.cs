using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Log;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Host;

namespace RegenTrack.Tests.Host;

/// <summary>The service dies without warning, again and again, under hospitals that send to it and afterwards send everything once more.</summary>
public sealed class KilledServiceTests(PostgresFixture postgres) : IDisposable
{
    private const int Seed = 20261123;
    private const int Senders = 8;
    private const int Kills = 3;
    private const string Client = "hospital";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("regentrack-killed-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task what_was_acknowledged_is_there_once_however_often_the_service_is_killed_and_every_request_repeated()
    {
        TestContext.Current.SendDiagnosticMessage($"seed {Seed}");
        var random = new Random(Seed);
        var database = await postgres.CreateDatabase(Ct);
        var secret = await Account(database);
        List<TrialSender> senders = [.. Enumerable.Range(0, Senders).Select(number => new TrialSender(number, Seed + number))];
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var service = await Serve(database);
            using var hospital = await HospitalClient.SignIn(new HttpClient { BaseAddress = service.Address }, Client, secret);
            List<Task> work = [.. senders.Select(sender => Task.Run(() => sender.Work(hospital), Ct))];
            await Growth(senders, 3 * Senders, work);
            await Task.Delay(random.Next(300), Ct);
            await service.Kill();
            await Task.WhenAll(work);
            await AssertNothingIsHalf(database);
        }

        await using (var service = await Serve(database))
        {
            using var hospital = await HospitalClient.SignIn(new HttpClient { BaseAddress = service.Address }, Client, secret);
            await Task.WhenAll(senders.Select(sender => Task.Run(() => Again(sender, hospital), Ct)));
        }

        var sent = senders.SelectMany(sender => sender.Sent).ToList();
        Assert.True(senders.Sum(sender => sender.Acknowledged.Count) < sent.Count, "Nothing was in flight when the service was killed.");
        Assert.Equal(
            [.. sent.Order(StringComparer.Ordinal).Select(trial => $"trial:{trial} 1 1")],
            await Rows(database, """
                select stream_id || ' ' || count(*) filter (where type = 'trial_registered_v1') || ' ' || count(*) filter (where type = 'trial_results_recorded_v1')
                from mt_events where stream_id like 'trial:%' group by stream_id order by stream_id collate "C"
                """));
        await AssertNothingIsHalf(database);
        await AssertDerivedAndSealed(database, sent.Count);
    }

    private async Task<string> Account(string database)
    {
        await using var web = await RunningWeb.StartOn(database, new TestTime(TestTime.Start));
        return (await web.Services.GetRequiredService<ClientStore>().Create(Client, Client, "inst-hanbit", "adm1", Ct))!;
    }

    private Task<ServedProgram> Serve(string database) =>
        ServedProgram.Start(_folder.FullName, ("ConnectionStrings__RegenTrack", database), ("REGENTRACK_KEYS", Path.Combine(_folder.FullName, "keys")));

    private static async Task Growth(List<TrialSender> senders, int more, List<Task> work)
    {
        int Answered() => senders.Sum(sender => sender.Acknowledged.Count);
        var enough = Answered() + more;
        for (var waited = 0; Answered() < enough; waited += 10)
        {
            if (work.Find(task => task.IsFaulted) is { } failed)
                await failed;
            Assert.True(waited < 60_000, "Too little was answered in a minute.");
            await Task.Delay(10, Ct);
        }
    }

    /// <summary>Everything that was sent, twice more: what was answered before is answered the same.</summary>
    private static async Task Again(TrialSender sender, HospitalClient hospital)
    {
        foreach (var trial in sender.Sent)
        {
            var first = await TrialSender.Deliver(hospital, trial);
            Assert.Equal(sender.Acknowledged.GetValueOrDefault(trial, first), first);
            Assert.Equal(first, await TrialSender.Deliver(hospital, trial));
        }
    }

    /// <summary>Streams agree with their events, and each command's receipt with what it wrote.</summary>
    private static async Task AssertNothingIsHalf(string database)
    {
        Assert.Empty(await Rows(database, "select s.id from mt_streams s left join mt_events e on e.stream_id = s.id group by s.id, s.version having s.version <> count(e) or s.version <> max(e.version)"));
        Assert.Empty(await Rows(database, "select e.stream_id from mt_events e where not exists (select from command_receipt r where r.actor = e.user_name and r.command_id = e.headers ->> 'commandId')"));
        Assert.Empty(await Rows(database, "select r.command_id from command_receipt r left join mt_streams s on s.id = r.stream where r.version > coalesce(s.version, 0)"));
        Assert.Empty(await Rows(database, "select s.id from mt_streams s left join stream_snapshot n on n.id = s.id where n.version is distinct from s.version"));
    }

    private async Task AssertDerivedAndSealed(string database, int trials)
    {
        await using var app = RegenTrackHost.Build(new HostSetup(database) { Urls = "http://127.0.0.1:0", KeyFolder = Path.Combine(_folder.FullName, "keys"), WarmUp = false });
        await app.StartAsync(Ct);
        var store = app.Services.GetRequiredService<Store>();
        Assert.True(await Rebuilt.EqualsWhatGrew(store, app.Services.GetRequiredService<SubscriptionHost>()) > 0);
        var verdict = await LogVerification.Run(store, [app.Services.GetRequiredService<LogKey>()], [], null, Ct);
        Assert.Null(verdict.Damage);
        Assert.True(verdict.Newest!.Size >= 2 * trials, $"{verdict.Newest.Size}");
        await app.StopAsync(Ct);
    }

    private static async Task<List<string>> Rows(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
