using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Notices;
using RegenTrack.Interop.Notices.Delivery;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Notices;

public sealed class NoticeTroubleTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_endpoint_that_fails_is_tried_again_later_then_given_up_and_comes_back_without_a_loss()
    {
        await using var ward = await Ward.Open(postgres, ("Notices:Attempts", "3"), ("Notices:BackoffSeconds", "60"));
        var id = await ward.Subscribe();
        ward.Listener.Answer = _ => Task.FromResult(500);
        await ward.Received();
        await ward.Listener.Wait("event-notification", 1);
        await Problem(ward, id, "http-500");
        Assert.Single(ward.Listener.All, one => one.Kind == "event-notification");
        ward.Host.Time.Advance(TimeSpan.FromSeconds(60));
        await ward.Listener.Wait("event-notification", 2);
        await Task.Delay(200, Ct);
        Assert.Equal(2, ward.Listener.All.Count(one => one.Kind == "event-notification"));
        ward.Host.Time.Advance(TimeSpan.FromSeconds(120));
        await ward.Until(id, "error");
        Assert.StartsWith("http-500", (await ward.Hospital.Get($"Subscription/{id}")).Body.Text("error"), StringComparison.Ordinal);
        var admin = await ward.Host.SignedIn(Role.Administrator);
        Assert.Contains("http-500", await admin.Read("/admin/operations"), StringComparison.Ordinal);
        admin.Dispose();

        await ward.Received();
        ward.Listener.Answer = _ => Task.FromResult(200);
        Assert.Equal(200, (await ward.Hospital.Put($"Subscription/{id}", Ward.Body(ward.Listener.Address, id: id))).Status);
        await ward.Until(id, "active");
        // In one message or, when the second was not counted yet, in two.
        var taken = (await ward.Listener.Wait("event-notification", 4)).Skip(3).ToList();
        while (taken.Sum(one => one.Numbers.Count) < 2)
            taken = [.. (await ward.Listener.Wait("event-notification", 3 + taken.Count + 1)).Skip(3)];
        Assert.Equal(["1", "2"], taken.SelectMany(one => one.Numbers));
        Assert.DoesNotContain((await ward.Hospital.Get($"Subscription/{id}/$status")).Body.Items("entry").Single().At("resource")!.Value.Items("parameter"), one => one.Text("name") == "error");
    }

    [Fact]
    public async Task an_endpoint_that_does_not_answer_the_handshake_leaves_the_subscription_in_error()
    {
        await using var ward = await Ward.Open(postgres, ("Notices:Attempts", "1"));
        ward.Listener.Answer = _ => Task.FromResult(404);
        var made = await ward.Hospital.Post("Subscription", Ward.Body(ward.Listener.Address));
        Assert.Equal("requested", made.Body.Text("status"));
        await ward.Until(made.Body.Text("id")!, "error");
        ward.Listener.Answer = _ => Task.FromResult(302);
        var redirected = await ward.Hospital.Post("Subscription", Ward.Body(ward.Listener.Address, Ward.Supplement));
        await ward.Until(redirected.Body.Text("id")!, "error");
        var errors = (await ward.Hospital.Get("Subscription/$status?status=error")).Body.Items("entry").Select(entry => entry.At("resource")!.Value.Items("parameter").Single(one => one.Text("name") == "error").Text("valueCodeableConcept", "text")![..8]);
        Assert.Equal(["http-302", "http-404"], errors.Order());
        Assert.Empty((await ward.Hospital.Get("Subscription/$status?status=active")).Body.Items("entry"));
    }

    [Fact]
    public async Task an_endpoint_that_never_answers_holds_nobody_else_up()
    {
        await using var ward = await Ward.Open(postgres);
        await using var slow = await Listener.Start();
        var first = await ward.Hospital.Post("Subscription", Ward.Body(slow.Address));
        await ward.Until(first.Body.Text("id")!, "active");
        slow.Answer = async _ =>
        {
            await Task.Delay(TimeSpan.FromSeconds(8), Ct);
            return 200;
        };
        await ward.Subscribe();
        var since = Environment.TickCount64;
        await ward.Received();
        await slow.Wait("event-notification", 1);
        await ward.Listener.Wait("event-notification", 1);
        Assert.True(Environment.TickCount64 - since < 5_000);
    }

    [Fact]
    public async Task silence_ends_with_a_heartbeat_when_one_was_asked_for()
    {
        await using var ward = await Ward.Open(postgres);
        await ward.Subscribe(extensions: Ward.Extension("heartbeat-period", 60));
        ward.Host.Time.Advance(TimeSpan.FromSeconds(59));
        await Task.Delay(300, Ct);
        Assert.DoesNotContain(ward.Listener.All, one => one.Kind == "heartbeat");
        ward.Host.Time.Advance(TimeSpan.FromSeconds(1));
        var heartbeat = Assert.Single(await ward.Listener.Wait("heartbeat", 1));
        Assert.Equal("0", heartbeat.Value("events-since-subscription-start").Text("valueString"));
        Assert.Empty(heartbeat.Numbers);
        await Task.Delay(300, Ct);
        Assert.Single(ward.Listener.All, one => one.Kind == "heartbeat");
    }

    [Fact]
    public async Task what_was_missed_is_asked_for_by_its_numbers()
    {
        await using var ward = await Ward.Open(postgres);
        var id = await ward.Subscribe(extensions: Ward.Extension("max-count", 1));
        for (var number = 0; number < 4; number++)
            await ward.Received();
        Assert.Equal(["1", "2", "3", "4"], (await ward.Listener.Wait("event-notification", 4)).SelectMany(one => one.Numbers));
        var asked = new Heard((await ward.Hospital.Get($"Subscription/{id}/$events?eventsSinceNumber=2&eventsUntilNumber=3&content=full-resource")).Body, [], "", default);
        Assert.Equal("query-event", asked.Kind);
        Assert.Equal(["2", "3"], asked.Numbers);
        Assert.Equal(["Task/plan-2", "Task/plan-3"], asked.Bundle.Items("entry").Skip(1).Select(entry => $"{entry.Text("resource", "resourceType")}/{entry.Text("resource", "id")}"));
        Assert.Equal(400, (await ward.Hospital.Get($"Subscription/{id}/$events?eventsSinceNumber=-1")).Status);
        var posted = await ward.Hospital.Post($"Subscription/{id}/$events", """{"resourceType":"Parameters","parameter":[{"name":"eventsSinceNumber","valueString":"4"}]}""");
        Assert.Equal(["4"], new Heard(posted.Body, [], "", default).Numbers);
        using var narrow = await HospitalClient.With(ward.Host, "demo-hospital", "system/Subscription.rs");
        Assert.Equal(403, (await narrow.Get($"Subscription/{id}/$events")).Status);
    }

    [Theory]
    [InlineData(1, 0.0, 1.0)]
    [InlineData(1, 1.0, 2.0)]
    [InlineData(4, 1.0, 16.0)]
    [InlineData(100, 1.0, 600.0)]
    public void the_pause_doubles_up_to_a_limit_and_half_of_it_is_drawn(int attempts, double drawn, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new NoticeBackoff(new NoticeOptions(), () => drawn).After(attempts));

    private static async Task Problem(Ward ward, string id, string problem)
    {
        var since = Environment.TickCount64;
        while ((await ward.Hospital.Get($"Subscription/{id}/$status")).Body.Items("entry").Single().At("resource")!.Value.Items("parameter").FirstOrDefault(one => one.Text("name") == "error").Text("valueCodeableConcept", "text")?.StartsWith(problem, StringComparison.Ordinal) != true)
            Assert.True(Environment.TickCount64 - since < 20_000, "The status names no problem.");
    }
}
