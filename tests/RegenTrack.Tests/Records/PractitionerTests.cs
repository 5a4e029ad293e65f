using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fhir.Exports;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Vault;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Records;

/// <summary>A Practitioner is kept as sent, and stands in the clear nowhere.</summary>
public sealed class PractitionerTests(PostgresFixture postgres)
{
    private const string Name = "가온누리나";
    private const string Licence = "LIC-7731";
    private const string ByLicence = "Practitioner?identifier=urn:licence|" + Licence;

    private static string Doctor(string name, string? id = null, string licence = Licence) =>
        $$"""
        {"resourceType":"Practitioner",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"meta":{"tag":[{"system":"urn:t","code":"one","display":"{{name}}"}]},"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">{{name}}</div>"},
         "identifier":[{"system":"urn:licence","value":"{{licence}}"}],"active":true,"name":[{"text":"{{name}}"}],"telecom":[{"system":"phone","value":"010-{{name}}"}],"gender":"female",
         "qualification":[{"identifier":[{"value":"{{licence}}"}],"code":{"coding":[{"system":"urn:kind","code":"의사"}],"text":"{{name}} MD"} }]}
        """;

    [Fact]
    public async Task every_way_of_reading_gives_it_as_it_was_sent_and_no_table_holds_who_it_is()
    {
        await using var host = await RunningWeb.Start(postgres);
        var client = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var hospital = client.Hospital;
        var made = await hospital.Post("Practitioner", Doctor(Name));
        Assert.Equal(201, made.Status);
        var id = made.Body.Text("id")!;
        Assert.StartsWith("practitioner-", id, StringComparison.Ordinal);
        Assert.Equal(201, (await hospital.Post("PractitionerRole", $$"""{"resourceType":"PractitionerRole","practitioner":{"reference":"Practitioner/{{id}}"} }""")).Status);

        // Only the name changes, and it is another version; the same again is none.
        Assert.Equal("W/\"2\"", (await hospital.Put($"Practitioner/{id}", Doctor("나루터나", id))).Tag);
        Assert.Equal("W/\"2\"", (await hospital.Put($"Practitioner/{id}", Doctor("나루터나", id))).Tag);
        var patched = await hospital.Patch($"Practitioner/{id}", "application/json-patch+json", """[{"op":"replace","path":"/name/0/text","value":"다온누리나"}]""");
        Assert.Equal(("W/\"3\"", "다온누리나", Licence), (patched.Tag, NameOf(patched.Body), patched.Body.Items("identifier").Single().Text("value")));

        Assert.Equal("다온누리나", NameOf((await hospital.Get($"Practitioner/{id}")).Body));
        Assert.Equal(Name, NameOf((await hospital.Get($"Practitioner/{id}/_history/1")).Body));
        foreach (var history in new[] { $"Practitioner/{id}/_history", "Practitioner/_history" })
            Assert.Equal(["다온누리나", "나루터나", Name], (await hospital.Get(history)).Body.Items("entry").Select(entry => NameOf(entry.At("resource")!.Value)));
        foreach (var search in new[] { "Practitioner", ByLicence, "Practitioner?identifier=" + Licence, "Practitioner?identifier=urn:licence|", "Practitioner?active=true", "Practitioner?_tag=urn:t|one", $"Practitioner?_id={id}", "Practitioner?_has:PractitionerRole:practitioner:active:missing=true" })
            Assert.Equal((search, "다온누리나"), (search, Assert.Single((await hospital.Get(search)).Body.Items("entry").Select(entry => NameOf(entry.At("resource")!.Value)))));
        Assert.Empty((await hospital.Get("Practitioner?identifier=urn:licence|LIC-0000")).Body.Items("entry"));
        Assert.Empty((await hospital.Get("Practitioner?identifier:missing=true")).Body.Items("entry"));
        foreach (var search in new[] { "PractitionerRole?_include=PractitionerRole:practitioner", $"PractitionerRole?practitioner.identifier={Licence}&_include=PractitionerRole:practitioner" })
            Assert.Contains("다온누리나", (await hospital.Get(search)).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("다온누리나", Assert.Single(await client.Lines(await client.Export("$export?_type=Practitioner"))), StringComparison.Ordinal);

        var database = host.Services.GetRequiredService<Store>().Database;
        foreach (var secret in new[] { Name, "나루터나", "다온누리나", Licence })
            Assert.Equal((secret, ""), (secret, string.Join(',', await Traces.Of(database, secret))));
        await Rebuilt.EqualsWhatGrew(host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<SubscriptionHost>());
    }

    [Fact]
    public async Task it_is_byte_by_byte_what_was_sent()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = (await hospital.Post("Practitioner", """{"resourceType":"Practitioner","name" : [ {"text":"가\u0020나"} ],"extension":[{"url":"urn:x","valueDecimal":1.50}]}""")).Body.Text("id");
        Assert.Contains("""
            "name":[ {"text":"가\u0020나"} ],"extension":[{"url":"urn:x","valueDecimal":1.50}]}
            """, (await hospital.Get($"Practitioner/{id}")).Body.GetRawText(), StringComparison.Ordinal);
        var large = await hospital.Post("Practitioner", $$"""{"resourceType":"Practitioner","name":[{"text":"{{new string('a', 270_000)}}"}]}""");
        Assert.Equal((422, "record-too-large @ Practitioner"), (large.Status, large.Issues.Single()));
    }

    [Fact]
    public async Task another_institution_and_a_narrower_token_find_nothing()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "other-hospital", "inst-other");
        var id = (await hospital.Post("Practitioner", Doctor(Name))).Body.Text("id")!;
        foreach (var path in new[] { $"Practitioner/{id}", $"Practitioner/{id}/_history", $"Practitioner/{id}/_history/1" })
            Assert.Equal((path, 404), (path, (await other.Get(path)).Status));
        foreach (var path in new[] { "Practitioner", "Practitioner/_history", ByLicence })
            Assert.Empty((await other.Get(path)).Body.Items("entry"));
        Assert.Equal(404, (await other.Put($"Practitioner/{id}", Doctor("B", id))).Status);
        Assert.Equal(201, (await other.Send(HttpMethod.Post, "Practitioner", Doctor("B"), ("If-None-Exist", ByLicence.Split('?')[1]))).Status);

        await hospital.Post("Practitioner", Doctor("B", licence: "LIC-2"));
        foreach (var (scope, seen) in new[] { ($"system/Practitioner.rs?identifier=urn:licence|{Licence}", Name), ("system/Practitioner.rs?identifier=LIC-2", "B") })
        {
            using var narrow = await HospitalClient.With(host, "demo-hospital", scope);
            foreach (var path in new[] { "Practitioner", "Practitioner/_history" })
                Assert.Equal((scope, seen), (scope, Assert.Single((await narrow.Get(path)).Body.Items("entry").Select(entry => NameOf(entry.At("resource")!.Value)))));
            Assert.Equal((scope, seen == Name ? 200 : 404), (scope, (await narrow.Get($"Practitioner/{id}")).Status));
        }
    }

    [Fact]
    public async Task a_deletion_erases_who_it_was_from_every_version()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = (await hospital.Post("Practitioner", Doctor(Name))).Body.Text("id")!;
        await hospital.Put($"Practitioner/{id}", Doctor("나루터나", id));
        var kept = (await hospital.Post("Practitioner", Doctor("다온누리나", licence: "LIC-2"))).Body.Text("id")!;
        var database = host.Services.GetRequiredService<Store>().Database;
        Assert.Equal(3L, await Count("select count(*) from identity_vault"));
        Assert.Equal(204, (await hospital.Delete($"Practitioner/{id}")).Status);
        Assert.Equal(410, (await hospital.Get($"Practitioner/{id}")).Status);
        Assert.Equal([kept], (await hospital.Get("Practitioner")).Body.Items("entry").Select(entry => entry.Text("resource", "id")));
        Assert.True(await CatchUp.With(host.Services.GetRequiredService<Store>(), "vault", TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        Assert.Equal(1L, await Count("select count(*) from identity_vault"));
        Assert.Equal(1L, await Count("select count(*) from vault_key"));
        const string Rest = """
            "active":true,"qualification":[{"code":{"coding":[{"system":"urn:kind","code":"의사"}]}}]}
            """;
        var versions = (await hospital.Get($"Practitioner/{id}/_history")).Body.Items("entry").Select(entry => entry.At("resource")).ToList();
        Assert.Equal(3, versions.Count);
        foreach (var version in versions.OfType<JsonElement>().Append((await hospital.Get($"Practitioner/{id}/_history/1")).Body))
        {
            Assert.Equal(["resourceType", "id", "meta", "active", "qualification"], version.EnumerateObject().Select(member => member.Name));
            Assert.EndsWith(Rest, version.GetRawText(), StringComparison.Ordinal);
            Assert.Equal("""[{"system":"urn:t","code":"one"}]""", version.At("meta", "tag")?.GetRawText());
        }

        Assert.Empty((await hospital.Get(ByLicence)).Body.Items("entry"));

        async Task<object?> Count(string sql)
        {
            await using var command = database.CreateCommand(sql);
            return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task of_many_that_make_one_unless_it_is_there_one_does()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(turn => turn % 2 == 0
            ? hospital.Send(HttpMethod.Post, "Practitioner", Doctor($"N{turn}"), ("If-None-Exist", ByLicence.Split('?')[1]))
            : hospital.Post("", Bundle(turn, Entry("POST", "Practitioner", Doctor($"N{turn}"), $",\"ifNoneExist\":\"{ByLicence.Split('?')[1]}\"")))));
        Assert.All(answers, answer => Assert.InRange(answer.Status, 200, 201));
        Assert.Single((await hospital.Get("Practitioner")).Body.Items("entry"));
        Assert.Single((await hospital.Get("Practitioner/_history")).Body.Items("entry"));
    }

    [Fact]
    public async Task a_transaction_makes_it_with_its_role_and_the_same_key_with_another_name_is_another_request()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        const string Who = "urn:uuid:11111111-1111-4111-8111-111111111111";
        string Sent(string name) => Bundle(1, Entry("POST", "Practitioner", Doctor(name), fullUrl: Who), Entry("POST", "PractitionerRole", $$"""{"resourceType":"PractitionerRole","practitioner":{"reference":"{{Who}}"} }"""));
        var made = (await hospital.Post("", Sent(Name))).Body.Items("entry").Select(entry => entry.Text("response", "location")!).ToList();
        Assert.Equal(made, (await hospital.Post("", Sent(Name))).Body.Items("entry").Select(entry => entry.Text("response", "location")!));
        Assert.Equal(made[0], (await hospital.Get(made[1])).Body.Text("practitioner", "reference"));
        Assert.Equal(Name, NameOf((await hospital.Get(made[0])).Body));

        var id = made[0].Split('/')[1];
        Assert.Equal(200, (await hospital.Post("", Bundle(2, Entry("PUT", made[0], Doctor("나루터나", id))))).Status);
        Assert.Equal("나루터나", NameOf((await hospital.Get(made[0])).Body));
        Assert.Equal(201, (await hospital.Post("Practitioner", Doctor("A", licence: "K"), "key-1")).Status);
        Assert.Equal("command-id-reused", (await hospital.Post("Practitioner", Doctor("B", licence: "K"), "key-1")).Issues.Single().Split(' ')[0]);
        Assert.Equal(200, (await hospital.Post("", Bundle(3, Entry("POST", "Practitioner", Doctor("C", licence: "T"))), "key-2")).Status);
        Assert.Equal("command-id-reused", (await hospital.Post("", Bundle(3, Entry("POST", "Practitioner", Doctor("D", licence: "T"))), "key-2")).Issues.Single().Split(' ')[0]);
    }

    [Fact]
    public async Task names_are_no_search_parameters_and_the_capability_statement_says_so()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        foreach (var asked in new[] { "Practitioner?name=A", "Practitioner?gender=female", "Practitioner?phone=1", "PractitionerRole?practitioner.name=A" })
            Assert.Equal((asked, 400), (asked, (await hospital.Get(asked)).Status));
        var served = (await hospital.Get("metadata")).Body.Items("rest").Single().Items("resource").Single(one => one.Text("type") == "Practitioner");
        Assert.Equal(["_id", "_lastUpdated", "_profile", "_security", "_tag", "active", "identifier"], served.Items("searchParam").Select(one => one.Text("name")));
        Assert.Contains("create", served.Items("interaction").Select(one => one.Text("code")));
    }

    [Fact]
    public async Task the_investigator_of_a_plan_keeps_its_address_and_changes_with_the_plan_alone()
    {
        await using var host = await RunningWeb.Start(postgres);
        Assert.True(await DemoStory.Tell(host.Services, host.Address, _ => { }, TestContext.Current.CancellationToken));
        using var hospital = await HospitalClient.With(host, "demo-hospital", "system/*.cruds");
        var address = (await hospital.Get("Composition?_count=50")).Body.Items("entry").SelectMany(entry => entry.At("resource")!.Value.Items("author")).Select(author => author.Text("reference")).First(author => author?.StartsWith("Practitioner/person-", StringComparison.Ordinal) == true)!;
        var (id, before) = (address.Split('/')[1], (await hospital.Get(address)).Body.GetRawText());
        var body = $$"""{"resourceType":"Practitioner","id":"{{id}}","name":[{"text":"A"}]}""";
        foreach (var answer in new[]
        {
            await hospital.Put(address, body), await hospital.Delete(address), await hospital.Post("", Bundle(1, Entry("PUT", address, body))),
            await hospital.Patch(address, "application/json-patch+json", """[{"op":"add","path":"/active","value":true}]"""), await hospital.Post("", Bundle(1, Entry("DELETE", $"Practitioner?_id={id}"))),
        })
            Assert.Equal((422, "investigator-of-plan"), (answer.Status, answer.Issues.Single().Split(' ')[0]));
        Assert.Equal(before, (await hospital.Get(address)).Body.GetRawText());
    }

    private static string? NameOf(JsonElement practitioner) => practitioner.Items("name").Single().Text("text");

    private static string Bundle(int number, params string[] entries) => $$"""{"resourceType":"Bundle","id":"{{number}}","type":"transaction","entry":[{{string.Join(',', entries)}}]}""";

    private static string Entry(string method, string url, string? resource = null, string more = "", string? fullUrl = null) =>
        $$"""{ {{(fullUrl is null ? "" : $"\"fullUrl\":\"{fullUrl}\",")}} {{(resource is null ? "" : $"\"resource\":{resource},")}} "request":{"method":"{{method}}","url":"{{url}}"{{more}}} }""";
}
