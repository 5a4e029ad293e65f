using RegenTrack.Domain.Applications;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Notices;

/// <summary>The instance that sends dies while an endpoint has not answered yet; another one goes on.</summary>
public sealed class KilledDeliveryTests(PostgresFixture postgres) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("regentrack-notices-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task a_notice_that_was_under_way_is_sent_again_by_another_instance_and_no_number_is_left_out()
    {
        var database = await postgres.CreateDatabase(Ct);
        await using (await RunningWeb.StartOn(database, new TestTime(TestTime.Start)))
        {
            // It makes the tables, and leaves.
        }

        await using var sending = await ServedProgram.Start(
            _folder.FullName, ("ConnectionStrings__RegenTrack", database), ("REGENTRACK_KEYS", Path.Combine(_folder.FullName, "keys")), ("Notices__Anywhere", "true"));
        await using var host = await RunningWeb.StartOn(database, new TestTime(TestTime.Start), settings: [("Notices:Anywhere", "true"), ("Notices:PollingMilliseconds", "50")]);
        await using var listener = await Listener.Start();
        var story = new Story(host.Services);
        await story.Prepare();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        Assert.Equal(201, (await hospital.Post("Subscription", Ward.Body(listener.Address))).Status);
        await listener.Wait("handshake", 1);

        var release = new TaskCompletionSource();
        listener.Answer = async _ =>
        {
            await release.Task;
            return 200;
        };
        await Receive(story, "plan-1");
        await listener.Wait("event-notification", 1);
        await sending.Kill();
        await Receive(story, "plan-2");
        listener.Answer = _ => Task.FromResult(200);
        release.SetResult();

        var all = await listener.Wait("event-notification", 2);
        while (!all.SelectMany(one => one.Numbers).Contains("2"))
            all = await listener.Wait("event-notification", all.Count + 1);
        Assert.Equal(["1"], all[0].Numbers);
        Assert.Equal(["1", "2"], all.Skip(1).SelectMany(one => one.Numbers));
    }

    private static async Task Receive(Story story, string id)
    {
        var plan = await story.Submit(id);
        await story.Accept(new ConfirmReceipt(plan, $"2026-{id}"), Story.Secretariat);
    }
}
