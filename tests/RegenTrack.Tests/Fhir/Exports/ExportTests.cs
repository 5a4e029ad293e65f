using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Exports;

/// <summary>Bulk Data exports end to end over HTTP, with two hospitals.</summary>
public sealed class ExportTests(PostgresFixture postgres)
{
    [Fact]
    public async Task an_export_holds_each_own_resource_as_a_read_shows_it_and_nothing_of_another()
    {
        await using var host = await RunningWeb.Start(postgres, settings: ("Exports:FileSize", "2"));
        var (own, other) = (await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit"), await ExportingClient.SignIn(host, "other-hospital", "inst-other"));
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
            ids.Add(await own.Device($"L{number}"));
        var spread = (await own.Hospital.Post("Location", "{\n  \"resourceType\": \"Location\",\r\n  \"position\": {\n \"longitude\": 1.50, \"latitude\": 2.0 }\n}")).Body.Text("id")!;
        await other.Device("theirs");

        var manifest = await own.Export("$export");
        Assert.Equal(["Device", "Device", "Device", "Location", "Provenance", "Provenance", "Provenance"], manifest.Items("output").Select(file => file.Text("type")));
        Assert.True(manifest.Flag("requiresAccessToken"));
        Assert.EndsWith("/fhir/$export", manifest.Text("request"), StringComparison.Ordinal);
        Assert.Empty(manifest.Items("deleted"));
        var lines = await own.Lines(manifest);
        Assert.Equal(6 + 6, lines.Count);
        foreach (var address in ids.Select(id => $"Device/{id}").Append($"Location/{spread}"))
        {
            using var read = await own.Raw(HttpMethod.Get, address);
            var bytes = await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains(bytes.Replace('\n', ' ').Replace('\r', ' '), lines);
        }

        // Of somebody else's export not even its being there is told.
        var theirs = manifest.Items("output").First().Text("url")!.Split("/fhir/")[1];
        var status = await own.Begin("$export?_type=Device");
        foreach (var path in new[] { theirs, status, "$export-status/export-none" })
        {
            using var answer = await other.Raw(HttpMethod.Get, path);
            Assert.Equal(404, (int)answer.StatusCode);
        }

        using var removed = await other.Raw(HttpMethod.Delete, status);
        Assert.Equal(404, (int)removed.StatusCode);
        Assert.Equal(["theirs"], (await other.Lines(await other.Export("$export?_type=Device"))).Select(line => JsonElement.Parse(Encoding.UTF8.GetBytes(line)).Text("lotNumber")));
    }

    [Fact]
    public async Task since_an_instant_there_is_what_changed_and_what_was_deleted()
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var (stays, changes, goes) = (await own.Device("stays"), await own.Device("changes"), await own.Device("goes"));
        var first = await own.Export("$export?_type=Device&_outputFormat=application/fhir%2Bndjson");
        Assert.Equal(3, (await own.Lines(first)).Count);

        await own.Hospital.Put($"Device/{changes}", $$"""{"resourceType":"Device","id":"{{changes}}","lotNumber":"changed"}""");
        Assert.Equal(204, (await own.Hospital.Delete($"Device/{goes}")).Status);
        var second = await own.Export($"$export?_type=Device&_since={first.Text("transactionTime")}");
        Assert.Equal(["changed"], (await own.Lines(second)).Select(line => JsonElement.Parse(Encoding.UTF8.GetBytes(line)).Text("lotNumber")));
        var gone = JsonElement.Parse(Encoding.UTF8.GetBytes(Assert.Single(await own.Lines(second, "deleted"))));
        Assert.Equal(("transaction", "DELETE", $"Device/{goes}"), (gone.Text("type"), gone.Items("entry").Single().Text("request", "method"), gone.Items("entry").Single().Text("request", "url")));
        Assert.Equal(2, (await own.Lines(await own.Export("$export?_type=Device"))).Count);

        // What was exported before is still what it was then.
        var again = await own.Lines(first);
        Assert.Equal(new[] { stays, changes, goes }.Order(StringComparer.Ordinal), again.Select(line => JsonElement.Parse(Encoding.UTF8.GetBytes(line)).Text("id")!));
        Assert.Contains(again, line => line.Contains("\"goes\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_group_gives_what_concerns_its_members_and_patients_what_concerns_any()
    {
        await using var host = await RunningWeb.Start(postgres);
        var (own, made, group, strangers) = await ExportedGroups.Make(host);

        var members = await Addresses(own, $"Group/{group}/$export");
        Assert.Superset(made.ToHashSet(), members.ToHashSet());
        Assert.All(members, address => Assert.Contains(address.Split('/')[0], (string[])["Patient", "CarePlan", "Consent", "Procedure", "Task", "QuestionnaireResponse", "Group"]));
        Assert.DoesNotContain($"Group/{strangers}", members);
        Assert.Equal([$"Group/{strangers}"], await Addresses(own, $"Group/{strangers}/$export"));
        Assert.Equal(members.Append($"Group/{strangers}").Order(), (await Addresses(own, "Patient/$export")).Order());
        Assert.Equal([made[0]], await Addresses(own, $"Group/{group}/$export?_type=Patient"));
        using var absent = await own.Raw(HttpMethod.Get, "Group/group-none/$export", ("Prefer", "respond-async"));
        Assert.Equal(404, (int)absent.StatusCode);
        var subjects = (await own.Hospital.Get($"AuditEvent?patient={made[0]}&subtype=operation")).Body.Items("entry");
        Assert.NotEmpty(subjects);
    }

    [Fact]
    public async Task scopes_say_which_types_and_which_of_them()
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        await own.Device("a");
        await own.Hospital.Post("Location", """{"resourceType":"Location","status":"active","name":"가"}""");
        await own.Hospital.Post("Location", """{"resourceType":"Location","status":"inactive","name":"나"}""");
        var manifest = await own.Export("$export");

        var narrow = new ExportingClient(await HospitalClient.With(host, "demo-hospital", "system/Location.rs?status=active system/Device.r"), host);
        Assert.Equal(["가"], (await narrow.Lines(await narrow.Export("$export"))).Select(line => JsonElement.Parse(Encoding.UTF8.GetBytes(line)).Text("name")));
        foreach (var (path, status) in new[] { ("$export?_type=Device", 403), ("$export?_type=Location,Device", 403), ("$export?_type=Nothing", 400), ("Group/x/$export", 403) })
        {
            using var refused = await narrow.Raw(HttpMethod.Get, path, ("Prefer", "respond-async"));
            Assert.Equal((path, status), (path, (int)refused.StatusCode));
        }

        // A token sees no more of an older export than it may now.
        var urls = manifest.Items("output").ToDictionary(file => file.Text("type")!, file => file.Text("url")!.Split("/fhir/")[1]);
        using var device = await narrow.Raw(HttpMethod.Get, urls["Device"]);
        Assert.Equal(403, (int)device.StatusCode);
        using var location = await narrow.Raw(HttpMethod.Get, urls["Location"]);
        Assert.Single((await location.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n')[..^1]);

        var nothing = new ExportingClient(await HospitalClient.With(host, "demo-hospital", "system/Device.cud"), host);
        using var forbidden = await nothing.Raw(HttpMethod.Get, "$export", ("Prefer", "respond-async"));
        Assert.Equal(403, (int)forbidden.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task parameters_in_the_body_are_honoured_whether_or_not_its_length_is_said(bool chunked)
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        await own.Device("a");
        await own.Hospital.Post("Location", """{"resourceType":"Location","name":"가"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/fhir/$export"))
        {
            Content = new StringContent("""{"resourceType":"Parameters","parameter":[{"name":"_type","valueString":"Device"}]}""", Encoding.UTF8, "application/fhir+json"),
        };
        request.Headers.Add("Prefer", "respond-async");
        request.Headers.TransferEncodingChunked = chunked;
        using var begun = await own.Hospital.Send(request);
        Assert.Equal(202, (int)begun.StatusCode);
        var manifest = await own.Wait(begun.Content.Headers.ContentLocation!.ToString().Split("/fhir/")[1]);
        Assert.Equal(["Device"], manifest.Items("output").Select(file => file.Text("type")));

        using var empty = await own.Raw(HttpMethod.Post, "$export", ("Prefer", "respond-async"));
        Assert.Equal(202, (int)empty.StatusCode);
    }

    [Theory]
    [InlineData("$export", null, 400)]
    [InlineData("$export?_since=yesterday", "respond-async", 400)]
    [InlineData("$export?_outputFormat=text/csv", "respond-async", 400)]
    [InlineData("$export?_elements=id", "respond-async", 400)]
    [InlineData("Group/x/$export?_type=Device", "respond-async", 404)]
    public async Task what_cannot_be_asked_is_refused(string path, string? prefer, int status)
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var refused = await own.Raw(HttpMethod.Get, path, prefer is null ? [] : [("Prefer", prefer)]);
        Assert.Equal(status, (int)refused.StatusCode);
    }

    [Fact]
    public async Task the_server_says_that_it_exports()
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var statement = (await own.Hospital.Get("metadata")).Body;
        Assert.Contains("http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data", statement.Items("instantiates").Select(one => one.GetString()));
        var rest = statement.Items("rest").Single();
        Assert.Equal("export", rest.Items("operation").Single().Text("name"));
        Assert.Contains("export", rest.Items("resource").Single(one => one.Text("type") == "Group").Items("operation").Select(one => one.Text("name")));
        using var posted = await own.Raw(HttpMethod.Post, "$export", """{"resourceType":"Parameters","parameter":[{"name":"_type","valueString":"Device"}]}""", ("Prefer", "respond-async"));
        Assert.Equal(202, (int)posted.StatusCode);
    }

    private static async Task<List<string>> Addresses(ExportingClient client, string path) =>
        [.. (await client.Lines(await client.Export(path))).Select(line => JsonElement.Parse(Encoding.UTF8.GetBytes(line))).Select(one => $"{one.Text("resourceType")}/{one.Text("id")}").Where(address => !address.StartsWith("Provenance/", StringComparison.Ordinal))];
}
