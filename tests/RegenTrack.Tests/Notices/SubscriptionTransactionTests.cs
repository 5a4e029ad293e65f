using Npgsql;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Notices;

/// <summary>Several subscriptions in one transaction: all of them or none, and each is asked to answer once that is recorded.</summary>
public sealed class SubscriptionTransactionTests(PostgresFixture postgres)
{
    private const string Https = "https://hospital.example/notices";

    [Fact]
    public async Task subscriptions_are_made_changed_and_deleted_together_and_each_endpoint_is_asked_afterwards()
    {
        await using var ward = await Ward.Open(postgres);
        await using var second = await Listener.Start();
        var (changes, goes) = (await ward.Subscribe(), await ward.Subscribe(header: "Authorization: Bearer synthetic"));
        var done = await ward.Hospital.Post("", Bundle(
            Entry("POST", "Subscription", Ward.Body(second.Address, Ward.Supplement, header: "Authorization: Bearer other")),
            Entry("PUT", $"Subscription/{changes}", Ward.Body(second.Address, id: changes)),
            Entry("DELETE", $"Subscription/{goes}", null)));
        Assert.True(done.Status == 200, done.Body.ToString());
        var lines = done.Body.Items("entry").Select(entry => (entry.Text("response", "status"), entry.Text("response", "location"))).ToList();
        Assert.Equal(["201", "200", "204"], lines.Select(line => line.Item1));
        Assert.Equal($"Subscription/{changes}", lines[1].Item2!.Split("/_history")[0]);
        var made = lines[0].Item2!.Split('/')[1];
        await ward.Until(made, "active");
        await ward.Until(changes, "active");
        Assert.Equal(["", "Bearer other"], (await second.Wait("handshake", 2)).Select(one => one.Authorization).Order(StringComparer.Ordinal));
        Assert.Equal(410, (await ward.Hospital.Get($"Subscription/{goes}")).Status);
        Assert.Equal(second.Address, (await ward.Hospital.Get($"Subscription/{changes}")).Body.Text("channel", "endpoint"));

        await ward.Received();
        await second.Wait("event-notification", 1);
        Assert.DoesNotContain(ward.Listener.All, one => one.Kind == "event-notification");
    }

    [Fact]
    public async Task one_that_cannot_be_taken_leaves_all_as_they_were_and_is_named()
    {
        await using var ward = await Ward.Open(postgres);
        var stands = await ward.Subscribe();
        var before = (await ward.Hospital.Get($"Subscription/{stands}")).Body.GetRawText();
        async Task Refused(int status, string expected, params string[] entries)
        {
            var answer = await ward.Hospital.Post("", Bundle([Entry("POST", "Subscription", Ward.Body(Https)), Entry("DELETE", $"Subscription/{stands}", null), .. entries]));
            Assert.Equal((status, expected), (answer.Status, answer.Issues.First()));
            Assert.Equal(before, (await ward.Hospital.Get($"Subscription/{stands}")).Body.GetRawText());
            Assert.Single((await ward.Hospital.Get("Subscription")).Body.Items("entry"));
            Assert.Equal("1", await Found(ward, "select count(*)::text from notice_subscription"));
        }

        await Refused(422, "subscription-topic-unknown @ Bundle.entry[2].resource.criteria", Entry("POST", "Subscription", Ward.Body(Https, "nothing")));
        await Refused(422, "subscription-status @ Bundle.entry[2].resource.status", Entry("POST", "Subscription", Ward.Body(Https, status: "off")));
        await Refused(422, "subscription-timeout @ Bundle.entry[2].resource.channel.extension", Entry("POST", "Subscription", Ward.Body(Https, extensions: Ward.Extension("timeout", 900))));
        await Refused(422, "subscription-end-passed @ Bundle.entry", Entry("POST", "Subscription", Ward.Body(Https, end: "2026-01-01T00:00:00Z")));
        await Refused(422, "subscription-twice @ Bundle.entry", Entry("PUT", $"Subscription/{stands}", Ward.Body(Https, id: stands)));
        await Refused(404, "not-found @ ", Entry("PUT", "Subscription/nobody", Ward.Body(Https, id: "nobody")));
        await Refused(422, "transaction-not-recognised @ Bundle", Entry("POST", "Device", """{"resourceType":"Device"}"""));
        await Refused(422, "subscription-too-many @ Bundle.entry", [.. Enumerable.Range(0, 50).Select(_ => Entry("POST", "Subscription", Ward.Body(Https)))]);
        Assert.Equal("0", await Found(ward, "select count(*)::text from identity_vault where reference like 'notice-subscription:%' and reference <> 'notice-subscription:" + stands + "'"));
    }

    [Fact]
    public async Task the_same_sent_again_makes_nothing_new_and_a_condition_finds_what_is_there()
    {
        await using var ward = await Ward.Open(postgres);
        var bundle = Bundle(Entry("POST", "Subscription", Ward.Body(ward.Listener.Address)), Entry("POST", "Subscription", Ward.Body(ward.Listener.Address, Ward.Supplement)));
        var (once, again) = (await ward.Hospital.Post("", bundle), await ward.Hospital.Post("", bundle));
        Assert.Equal((200, 200), (once.Status, again.Status));
        Assert.Equal(once.Body.Items("entry").Select(entry => entry.Text("response", "location")), again.Body.Items("entry").Select(entry => entry.Text("response", "location")));
        foreach (var entry in once.Body.Items("entry"))
            await ward.Until(entry.Text("response", "location")!.Split('/')[1], "active");

        var conditional = Bundle(Entry("POST", "Subscription", Ward.Body(ward.Listener.Address), $"\"ifNoneExist\":\"criteria={Ward.Stage}\","));
        var found = await ward.Hospital.Post("", conditional, "conditional");
        Assert.Equal(("200", once.Body.Items("entry").First().Text("response", "location")!.Split("/_history")[0]), (found.Body.Items("entry").Single().Text("response", "status"), found.Body.Items("entry").Single().Text("response", "location")!.Split("/_history")[0]));
        Assert.Equal(2, (await ward.Hospital.Get("Subscription")).Body.Items("entry").Count());

        var stale = Bundle(Entry("DELETE", found.Body.Items("entry").Single().Text("response", "location")!, null, "\"ifMatch\":\"W/\\\"99\\\"\","));
        Assert.Equal(409, (await ward.Hospital.Post("", stale)).Status);
        var off = Convert.ToBase64String("""[{"op":"replace","path":"/status","value":"off"}]"""u8);
        var patched = await ward.Hospital.Post("", Bundle(Entry("PATCH", found.Body.Items("entry").Single().Text("response", "location")!, $$"""{"resourceType":"Binary","contentType":"application/json-patch+json","data":"{{off}}"}""")));
        Assert.True(patched.Status == 200, patched.Body.ToString());
        await ward.Until(found.Body.Items("entry").Single().Text("response", "location")!.Split('/')[1], "off");
    }

    [Fact]
    public async Task another_hospital_and_narrower_scopes_change_nothing()
    {
        await using var ward = await Ward.Open(postgres);
        var stands = await ward.Subscribe();
        var before = (await ward.Hospital.Get($"Subscription/{stands}")).Body.GetRawText();
        using var other = await HospitalClient.SignIn(ward.Host, "demo-hospital-2", "inst-saebyeok");
        foreach (var entry in new[] { Entry("DELETE", $"Subscription/{stands}", null), Entry("PUT", $"Subscription/{stands}", Ward.Body(Https, id: stands)) })
        {
            var (there, absent) = (await other.Post("", Bundle(entry)), await other.Post("", Bundle(entry.Replace(stands, "nobody", StringComparison.Ordinal))));
            Assert.Equal((404, absent.Body.GetRawText()), (there.Status, there.Body.GetRawText()));
        }

        var make = Entry("POST", "Subscription", Ward.Body(Https));
        foreach (var (scopes, entry, status, place) in new[]
        {
            ("system/Subscription.cruds", make, 403, "scope-insufficient @ Bundle.entry[0].resource.criteria"),
            ("system/Subscription.rs system/Task.rs", make, 403, "scope-insufficient @ Bundle.entry[0]"),
            ("system/Subscription.cu system/Task.rs", Entry("DELETE", $"Subscription/{stands}", null), 403, "scope-insufficient @ Bundle.entry[0]"),
            ("system/Subscription.cruds?status=off system/Task.rs", Entry("DELETE", $"Subscription/{stands}", null), 404, "not-found @ Bundle.entry[0]"),
            ("system/Subscription.cruds?status=off system/Task.rs", make, 403, "scope-restricted @ Bundle.entry[0].resource"),
        })
        {
            using var narrow = await HospitalClient.With(ward.Host, "demo-hospital", scopes);
            var refused = await narrow.Post("", Bundle(entry));
            Assert.Equal((scopes, status, place), (scopes, refused.Status, refused.Issues.First()));
        }

        Assert.Equal(before, (await ward.Hospital.Get($"Subscription/{stands}")).Body.GetRawText());
        Assert.Single((await ward.Hospital.Get("Subscription")).Body.Items("entry"));
    }

    private static string Entry(string method, string url, string? resource, string more = "") =>
        $$"""{"request":{ {{more}} "method":"{{method}}","url":"{{url}}"}{{(resource is null ? "" : $",\"resource\":{resource}")}}}""";

    private static string Bundle(params string[] entries) => $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""";

    private static async Task<string> Found(Ward ward, string sql)
    {
        await using var database = NpgsqlDataSource.Create(ward.Host.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
