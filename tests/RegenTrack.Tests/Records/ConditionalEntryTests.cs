using System.Text.Json;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Records;

/// <summary>Entries and references of Bundles that name what they mean by a search.</summary>
public sealed class ConditionalEntryTests(PostgresFixture postgres)
{
    private const string Site = "urn:uuid:11111111-1111-4111-8111-111111111111";

    private static string Bundle(string type, params string[] entries) => $$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{{string.Join(',', entries)}}]}""";

    private static string Entry(string method, string url, string? resource = null, string more = "", string? fullUrl = null) =>
        $$"""{ {{(fullUrl is null ? "" : $"\"fullUrl\":\"{fullUrl}\",")}} {{(resource is null ? "" : $"\"resource\":{resource},")}} "request":{"method":"{{method}}","url":"{{url}}"{{more}}} }""";

    private static string Organization(string number, string name = "A") => $$"""{"resourceType":"Organization","identifier":[{"value":"{{number}}"}],"name":"{{name}}"}""";

    private static string Place(string organization) => $$"""{"resourceType":"Location","name":"Freezer","managingOrganization":{"reference":"{{organization}}"} }""";

    [Fact]
    public async Task what_exists_is_pointed_at_and_what_does_not_is_made()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var sent = Bundle("transaction",
            Entry("POST", "Organization", Organization("O-1"), ",\"ifNoneExist\":\"identifier=O-1\"", Site),
            Entry("POST", "Organization", Organization("O-1", "twin"), ",\"ifNoneExist\":\"identifier=O-1\""),
            Entry("POST", "Location", Place(Site)));
        var first = await Lines(hospital, sent);
        var second = await Lines(hospital, sent.Replace("Freezer", "Second freezer", StringComparison.Ordinal));
        Assert.Equal(["201", "200", "201"], first.Select(line => line.Text("status")));
        Assert.Equal(["200", "200", "201"], second.Select(line => line.Text("status")));
        var organization = Assert.Single(first.Take(2).Concat(second.Take(2)).Select(line => line.Text("location")).Distinct());
        foreach (var location in new[] { first[2], second[2] })
            Assert.Equal(organization, (await hospital.Get(location.Text("location")!)).Body.Text("managingOrganization", "reference"));
        Assert.Equal("A", (await hospital.Get(organization!)).Body.Text("name"));
    }

    [Fact]
    public async Task a_reference_by_a_search_becomes_the_address_of_the_one_that_fits()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "other-hospital", "inst-other");
        var made = $"Organization/{(await hospital.Post("Organization", Organization("O-1"))).Body.Text("id")}";
        foreach (var type in new[] { "transaction", "batch" })
        {
            var line = Assert.Single(await Lines(hospital, Bundle(type, Entry("POST", "Location", Place("Organization?identifier=O-1")))));
            Assert.Equal(made, (await hospital.Get(line.Text("location")!)).Body.Text("managingOrganization", "reference"));
        }

        // Nothing that fits, nothing that the caller sees, and several: all of the Bundle is refused, with the place.
        await hospital.Post("Organization", Organization("O-2"));
        await hospital.Post("Organization", Organization("O-2", "B"));
        async Task Refused(HospitalClient client, string reference, string code)
        {
            var answer = await client.Post("", Bundle("transaction", Entry("POST", "Device", """{"resourceType":"Device"}"""), Entry("POST", "Location", Place(reference))));
            Assert.Equal((412, $"{code} @ Bundle.entry[1].resource.managingOrganization.reference"), (answer.Status, answer.Issues.Single()));
            Assert.Empty((await client.Get("Device")).Body.Items("entry"));
        }

        await Refused(hospital, "Organization?identifier=none", "reference-fits-nothing");
        await Refused(other, "Organization?identifier=O-1", "reference-fits-nothing");
        await Refused(hospital, "Organization?identifier=O-2", "condition-fits-several");
        var batch = await Lines(hospital, Bundle("batch", Entry("POST", "Location", Place("Organization?identifier=none")), Entry("POST", "Location", Place(made))));
        Assert.Equal(["412", "201"], batch.Select(line => line.Text("status")));
    }

    [Fact]
    public async Task all_kinds_of_writes_stand_in_one_transaction_and_fall_together()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        foreach (var number in new[] { "O-1", "O-2", "O-3" })
            Assert.Equal(201, (await hospital.Post("Organization", Organization(number))).Status);
        const string Patch = """{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"replace"},{"name":"path","valueString":"Organization.name"},{"name":"value","valueString":"B"}]}]}""";
        string[] entries =
        [
            Entry("PUT", "Organization?identifier=O-1", Organization("O-1", "B")), Entry("PATCH", "Organization?identifier=O-2", Patch), Entry("DELETE", "Organization?identifier=O-3"),
            Entry("PUT", "Organization?identifier=O-4", Organization("O-4", "B")),
        ];
        var spoiled = await hospital.Post("", Bundle("transaction", [.. entries, Entry("DELETE", "Organization?identifier=none")]));
        Assert.Equal(404, spoiled.Status);
        Assert.Equal(["A", "A", "A"], await Names(hospital));
        Assert.Equal(["200", "200", "204", "201"], (await Lines(hospital, Bundle("transaction", entries))).Select(line => line.Text("status")));
        Assert.Equal(["B", "B", "B"], await Names(hospital));
        Assert.Equal(412, (await hospital.Post("", Bundle("transaction", Entry("DELETE", "Organization?name=B")))).Status);
    }

    [Fact]
    public async Task the_same_request_sent_again_does_nothing_twice_even_if_it_would_come_to_something_else_by_now()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var sent = Bundle("transaction", Entry("POST", "Organization", Organization("O-1"), ",\"ifNoneExist\":\"identifier=O-1\"", Site), Entry("POST", "Location", Place(Site)));
        var (first, second) = (await Lines(hospital, sent), await Lines(hospital, sent));
        Assert.Equal(first.Select(line => line.Text("location")), second.Select(line => line.Text("location")));
        Assert.Single((await hospital.Get("Location/_history")).Body.Items("entry"));

        foreach (var (method, path, body) in new[]
        {
            (HttpMethod.Put, "Organization?identifier=O-1", Organization("O-1", "B")), (HttpMethod.Put, "Organization?identifier=O-2", Organization("O-2")),
            (HttpMethod.Patch, "Organization?identifier=O-1", """{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"add"},{"name":"path","valueString":"Organization"},{"name":"name","valueString":"alias"},{"name":"value","valueString":"C"}]}]}"""),
        })
        {
            var key = $"{method} {path}";
            var tags = new[] { await hospital.Send(method, path, body, key), await hospital.Send(method, path, body, key) }.Select(answer => answer.Tag).ToList();
            Assert.Equal((key, tags[0]), (key, tags[1]));
            Assert.Equal("command-id-reused", (await hospital.Send(method, path, body.Replace('B', 'X').Replace("\"C", "\"D", StringComparison.Ordinal).Replace("\"A", "\"E", StringComparison.Ordinal), key)).Issues.Single().Split(' ')[0]);
        }
    }

    [Fact]
    public async Task a_reference_by_the_servers_own_address_is_a_local_one()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var made = $"Organization/{(await hospital.Post("Organization", Organization("O-1"))).Body.Text("id")}";
        var address = new Uri(host.Address, $"fhir/{made}").ToString();
        var location = await hospital.Post("Location", Place(address.Replace("/", "\\/", StringComparison.Ordinal)));
        Assert.Equal(made, location.Body.Text("managingOrganization", "reference"));
        var patched = await hospital.Patch($"Location/{location.Body.Text("id")}", "application/json-patch+json", $$"""[{"op":"add","path":"/partOf","value":{"reference":"{{address}}"} }]""");
        Assert.Equal(made, patched.Body.Text("partOf", "reference"));
        foreach (var asked in new[] { made, address, made.Split('/')[1] })
            Assert.Single((await hospital.Get($"Location?organization={Uri.EscapeDataString(asked)}")).Body.Items("entry"));
        var elsewhere = $"http://elsewhere.example/fhir/{made}";
        Assert.Equal(elsewhere, (await hospital.Post("Location", Place(elsewhere))).Body.Text("managingOrganization", "reference"));
    }

    private static async Task<List<JsonElement>> Lines(HospitalClient hospital, string bundle)
    {
        var answer = await hospital.Post("", bundle);
        Assert.True(answer.Status == 200, answer.Body.ToString());
        return [.. answer.Body.Items("entry").Select(entry => entry.At("response")!.Value)];
    }

    private static async Task<IEnumerable<string?>> Names(HospitalClient hospital) => (await hospital.Get("Organization")).Body.Items("entry").Select(entry => entry.Text("resource", "name"));
}
