using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Notices;

public sealed class NoticeTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_endpoint_that_answers_is_told_of_the_changes_of_its_own_hospital_and_another_hospital_of_none()
    {
        await using var ward = await Ward.Open(postgres);
        await using var elsewhere = await Listener.Start();
        using var other = await HospitalClient.SignIn(ward.Host, "demo-hospital-2", "inst-saebyeok");
        Assert.Equal(201, (await other.Post("Subscription", Ward.Body(elsewhere.Address))).Status);
        await elsewhere.Wait("handshake", 1);
        var id = await ward.Subscribe();
        var handshake = Assert.Single(await ward.Listener.Wait("handshake", 1));
        Assert.Equal(("requested", "0"), (handshake.State, handshake.Value("events-since-subscription-start").Text("valueString")));

        var plan = await ward.Received();
        var notice = Assert.Single(await ward.Listener.Wait("event-notification", 1));
        Assert.Empty(notice.Faults);
        Assert.Equal(("active", "1", $"{ward.Host.Address}fhir/Task/{plan}"), (notice.State, Assert.Single(notice.Numbers), Assert.Single(notice.Focus)));
        Assert.Equal($"{ward.Host.Address}fhir/Subscription/{id}", notice.Value("subscription").Text("valueReference", "reference"));
        Assert.Equal(Ward.Stage, notice.Value("topic").Text("valueCanonical"));
        Assert.Single(notice.Bundle.Items("entry"));
        Assert.Equal("history", notice.Bundle.Text("type"));
        Assert.DoesNotContain(elsewhere.All, one => one.Kind == "event-notification");
        Assert.Equal(404, (await other.Get($"Subscription/{id}")).Status);
        Assert.Equal(404, (await other.Get($"Subscription/{id}/$status")).Status);
        Assert.Equal(404, (await other.Get($"Subscription/{id}/$events")).Status);
    }

    [Fact]
    public async Task a_notice_leaves_within_a_second_of_the_commit()
    {
        await using var ward = await Ward.Open(postgres, ("Notices:PollingMilliseconds", "5000"));
        await ward.Subscribe();
        List<double> waits = [];
        for (var round = 1; round <= 10; round++)
        {
            await ward.Received();
            var committed = DateTimeOffset.UtcNow;
            var notices = await ward.Listener.Wait("event-notification", round);
            waits.Add((notices[round - 1].At - committed).TotalMilliseconds);
        }

        TestContext.Current.SendDiagnosticMessage($"notice after commit: median {waits.Order().ElementAt(5):0} ms, worst {waits.Max():0} ms");
        Assert.True(waits.Max() < 1000, $"The slowest notice took {waits.Max():0} ms.");
    }

    [Fact]
    public async Task a_notice_with_the_full_resource_shows_what_a_read_of_that_version_shows()
    {
        await using var ward = await Ward.Open(postgres);
        await ward.Subscribe(content: "full-resource");
        var plan = await ward.Received();
        var notice = Assert.Single(await ward.Listener.Wait("event-notification", 1));
        var entry = notice.Bundle.Items("entry").ElementAt(1);
        var read = (await ward.Hospital.Get($"Task/{plan}")).Body;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(read.GetRawText()), JsonNode.Parse(entry.At("resource")!.Value.GetRawText())));
        Assert.Equal($"{ward.Host.Address}fhir/Task/{plan}", entry.Text("fullUrl"));
    }

    [Fact]
    public async Task a_filter_narrows_a_topic_as_a_search_would()
    {
        await using var ward = await Ward.Open(postgres);
        await ward.Subscribe(Ward.Supplement, "empty");
        await ward.Subscribe(filter: "Task?status=on-hold,received&_id=plan-2", extensions: Ward.Extension("max-count", 1));
        await ward.Received();
        var second = await ward.Received();
        await ward.AskSupplement(second);
        var notices = await ward.Listener.Wait("event-notification", 3);
        Assert.Equal([$"{ward.Host.Address}fhir/Task/plan-2", $"{ward.Host.Address}fhir/Task/plan-2"], notices.Where(one => one.Value("topic").Text("valueCanonical") == Ward.Stage).SelectMany(one => one.Focus));
        var empty = Assert.Single(notices, one => one.Value("topic").ValueKind == JsonValueKind.Undefined);
        Assert.Equal(["1"], empty.Numbers);
        Assert.Null(Assert.Single(empty.Focus));
    }

    [Fact]
    public async Task the_headers_that_a_hospital_gave_go_with_each_notice_and_are_read_nowhere()
    {
        const string Secret = "Bearer very-secret-value";
        await using var ward = await Ward.Open(postgres);
        var id = await ward.Subscribe(header: $"Authorization: {Secret}");
        Assert.Equal(Secret, Assert.Single(ward.Listener.All).Authorization);
        var read = (await ward.Hospital.Get($"Subscription/{id}")).Body;
        Assert.Equal("Authorization: ********", Assert.Single(read.Items("channel", "header")).GetString());

        // Written back as it was read it changes nothing; with another reason, the value stays.
        Assert.Equal("W/\"2\"", (await ward.Hospital.Put($"Subscription/{id}", read.GetRawText())).Tag);
        Assert.Equal("W/\"3\"", (await ward.Hospital.Put($"Subscription/{id}", read.GetRawText().Replace("통지", "새 통지", StringComparison.Ordinal))).Tag);
        Assert.Equal(Secret, (await ward.Listener.Wait("handshake", 2))[1].Authorization);
        await using var command = ward.Host.Services.GetRequiredService<Store>().Database.CreateCommand("""
            select (select count(*) from mt_events where data::text || coalesce(headers::text, '') like '%very-secret%')
                 + (select count(*) from fhir_resource where convert_from(body, 'utf8') like '%very-secret%') + (select count(*) from fhir_version where convert_from(body, 'utf8') like '%very-secret%')
                 + (select count(*) from identity_vault where coalesce(identity::text, '') like '%very-secret%' or encode(sealed, 'escape') like '%very-secret%')
            """);
        Assert.Equal(0L, await command.ExecuteScalarAsync(Ct));
        Assert.Equal(422, (await ward.Hospital.Post("Subscription", Ward.Body(ward.Listener.Address, header: "Authorization: ********"))).Status);
    }

    [Fact]
    public async Task a_client_that_is_revoked_is_told_nothing_more()
    {
        await using var ward = await Ward.Open(postgres);
        var id = await ward.Subscribe();
        await ward.Host.Services.GetRequiredService<ClientStore>().Create("demo-hospital-b", "b", "inst-hanbit", "adm1", Ct);
        await ward.Host.Services.GetRequiredService<ClientStore>().Revoke("demo-hospital", "adm1", Ct);
        await ward.Received();
        ward.Host.Time.Advance(TimeSpan.FromDays(365));
        var since = Environment.TickCount64;
        while ((await Colleague(ward, $"Subscription/{id}")).Text("status") != "off")
            Assert.True(Environment.TickCount64 - since < 20_000);
        Assert.DoesNotContain(ward.Listener.All, one => one.Kind == "event-notification");
    }

    [Fact]
    public async Task what_waits_when_a_client_is_revoked_is_not_sent()
    {
        await using var ward = await Ward.Open(postgres, ("Notices:BackoffSeconds", "30"));
        await ward.Host.Services.GetRequiredService<ClientStore>().Create("demo-hospital-b", "b", "inst-hanbit", "adm1", Ct);
        var id = await ward.Subscribe();
        ward.Listener.Answer = _ => Task.FromResult(503);
        await ward.Received();
        await ward.Listener.Wait("event-notification", 1);
        await ward.Host.Services.GetRequiredService<ClientStore>().Revoke("demo-hospital", "adm1", Ct);
        ward.Listener.Answer = _ => Task.FromResult(200);
        ward.Host.Time.Advance(TimeSpan.FromSeconds(30));
        var since = Environment.TickCount64;
        while ((await Colleague(ward, $"Subscription/{id}")).Text("status") != "off")
            Assert.True(Environment.TickCount64 - since < 20_000);
        Assert.Single(ward.Listener.All, one => one.Kind == "event-notification");
    }

    [Fact]
    public async Task a_token_that_may_read_only_some_resources_is_told_of_those_only()
    {
        await using var ward = await Ward.Open(postgres);
        await using var narrow = await Listener.Start();
        using var client = await HospitalClient.With(ward.Host, "demo-hospital", "system/Subscription.cruds system/Task.rs?code=treatment-application");
        Assert.Equal(201, (await client.Post("Subscription", Ward.Body(narrow.Address, Ward.Supplement))).Status);
        Assert.Equal(201, (await client.Post("Subscription", Ward.Body(narrow.Address))).Status);
        await narrow.Wait("handshake", 2);
        await ward.Subscribe(Ward.Supplement);
        await ward.AskSupplement(await ward.Received());
        await ward.Listener.Wait("event-notification", 1);
        var told = await narrow.Wait("event-notification", 1);
        Assert.All(told, one => Assert.Equal(Ward.Stage, one.Value("topic").Text("valueCanonical")));
    }

    [Fact]
    public async Task a_subscription_that_was_deleted_or_whose_time_is_over_is_told_nothing_more()
    {
        await using var ward = await Ward.Open(postgres);
        var (deleted, over) = (await ward.Subscribe(), await ward.Subscribe());
        Assert.Equal(204, (await ward.Hospital.Delete($"Subscription/{deleted}")).Status);
        Assert.Equal(410, (await ward.Hospital.Get($"Subscription/{deleted}")).Status);
        await ward.Received();
        await ward.Listener.Wait("event-notification", 1);
        Assert.Equal(404, (await ward.Hospital.Get($"Subscription/{deleted}/$events")).Status);
        Assert.Equal(["204", "200", "200"], (await ward.Hospital.Get($"Subscription/{deleted}/_history")).Body.Items("entry").Select(entry => entry.Text("response", "status")));

        ward.Host.Time.MoveTo(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var again = await HospitalClient.With(ward.Host, "demo-hospital", SystemClient.Everything);
        var since = Environment.TickCount64;
        while ((await again.Get($"Subscription/{over}")).Body.Text("status") != "off")
            Assert.True(Environment.TickCount64 - since < 20_000);
        await ward.Received();
        await Task.Delay(300, Ct);
        Assert.Single(ward.Listener.All, one => one.Kind == "event-notification");
    }

    private static async Task<JsonElement> Colleague(Ward ward, string path)
    {
        using var client = await HospitalClient.With(ward.Host, "demo-hospital-b", SystemClient.Everything);
        return (await client.Get(path)).Body;
    }
}
