using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Exports;

/// <summary>Where resources come from is exported with them: derived for each file as it is read, as of the export's instant.</summary>
public sealed class ExportProvenanceTests(PostgresFixture postgres)
{
    private const string Stated = """{"resourceType":"Provenance","agent":[{"who":{"reference":"Device/own"}}]}""";

    [Fact]
    public async Task an_export_holds_each_provenance_once_as_a_read_shows_it_and_none_of_another()
    {
        await using var host = await RunningWeb.Start(postgres, settings: ("Exports:FileSize", "2"));
        var (own, other) = (await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit"), await ExportingClient.SignIn(host, "other-hospital", "inst-other"));
        var (changes, goes) = (await own.Device("changes"), await own.Device("goes"));
        Assert.Equal(200, (await own.Hospital.Put($"Device/{changes}", $$"""{"resourceType":"Device","id":"{{changes}}","lotNumber":"changed"}""")).Status);
        Assert.Equal(204, (await own.Hospital.Delete($"Device/{goes}")).Status);
        for (var number = 0; number < 3; number++)
            Assert.Equal(201, (await own.Hospital.Send(HttpMethod.Post, "Location", $$"""{"resourceType":"Location","name":"{{number}}"}""", ("X-Provenance", Stated))).Status);
        await other.Device("theirs");

        var manifest = await own.Export("$export?_type=Provenance,Device");
        var files = manifest.Items("output").Where(file => file.Text("type") == "Provenance").ToList();
        Assert.Equal([2, 2, 2, 2, 2], files.Select(file => file.Number("count")));
        var lines = await Lines(own, manifest);
        var searched = (await own.Hospital.Get("Provenance?_count=200")).Body.Items("entry").Select(entry => entry.Text("resource", "id")!).ToList();
        Assert.Equal(10, searched.Count);
        Assert.Equal(searched.Order(StringComparer.Ordinal), lines.Select(Id).Order(StringComparer.Ordinal));
        foreach (var line in lines)
        {
            using var read = await own.Raw(HttpMethod.Get, $"Provenance/{Id(line)}");
            Assert.Equal(await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), line);
        }

        Assert.Single(await Lines(other, await other.Export("$export")));
        using var theirs = await other.Raw(HttpMethod.Get, files[0].Text("url")!.Split("/fhir/")[1]);
        Assert.Equal(404, (int)theirs.StatusCode);

        // What is written later is not in it, though it moves what was written before.
        await own.Hospital.Put($"Device/{changes}", $$"""{"resourceType":"Device","id":"{{changes}}","lotNumber":"again"}""");
        await own.Device("later");
        Assert.Equal(lines, await Lines(own, manifest));
        var since = await Lines(own, await own.Export($"$export?_type=Provenance&_since={manifest.Text("transactionTime")}"));
        Assert.Equal(["CREATE", "UPDATE"], since.Select(line => JsonElement.Parse(Encoding.UTF8.GetBytes(line)).CodeIn("http://terminology.hl7.org/CodeSystem/v3-DataOperation", "activity")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task steps_of_custody_are_exported_too()
    {
        await using var host = await RunningWeb.Start(postgres, settings: ("Exports:FileSize", "2"));
        var app = new TestApp((ServiceProvider)host.Services, host.Time);
        var story = new CellsStory(app);
        await story.Announce();
        await story.Arrive();
        await app.Accept(new HandOverCustody(CellsStory.Shipment, "Northbank Cell Repository", "Sky Carrier", host.Time.GetUtcNow().AddHours(-1), "ICN", "intact"), CellsStory.Inspector);
        var (own, other) = (await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit"), await ExportingClient.SignIn(host, "demo-hospital-2", "inst-saebyeok"));
        var lines = (await Lines(own, await own.Export("$export"))).Select(Id).ToList();
        Assert.Equal(3, lines.Count(id => id.EndsWith("-custody", StringComparison.Ordinal)));
        Assert.Equal((await own.Hospital.Get("Provenance?_count=200")).Body.Items("entry").Select(entry => entry.Text("resource", "id")!).Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await Lines(other, await other.Export("$export")), line => Id(line).EndsWith("-custody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task of_a_group_there_is_what_its_members_resources_come_from()
    {
        await using var host = await RunningWeb.Start(postgres);
        var (own, made, group, strangers) = await ExportedGroups.Make(host);

        Assert.Equal(made.Append($"Group/{group}").Order(), (await Targets(own, $"Group/{group}/$export?_type=Provenance")).Order());
        Assert.Equal([$"Group/{strangers}"], await Targets(own, $"Group/{strangers}/$export"));
        Assert.Equal(made.Concat([$"Group/{group}", $"Group/{strangers}"]).Order(), (await Targets(own, "Patient/$export")).Order());
        var subjects = (await own.Hospital.Get($"AuditEvent?patient={made[0]}&subtype=operation")).Body.Items("entry");
        Assert.NotEmpty(subjects);
    }

    [Fact]
    public async Task scopes_say_whether_and_which()
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        await own.Device("a");
        var whole = await own.Export("$export?_type=Provenance");
        var url = whole.Items("output").Single().Text("url")!.Split("/fhir/")[1];

        var hides = await With(host, "system/Provenance.rs?agent-type=author");
        Assert.Empty((await hides.Export("$export")).Items("output"));
        using (var later = await hides.Raw(HttpMethod.Get, url))
            Assert.Equal((200, ""), ((int)later.StatusCode, await later.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Single(await Lines(own, await (await With(host, "system/Provenance.rs?agent-type=enterer")).Export("$export")));

        var closed = await With(host, "system/Device.rs system/Provenance.s");
        Assert.Equal(["Device"], (await closed.Export("$export")).Items("output").Select(file => file.Text("type")));
        foreach (var path in new[] { "$export?_type=Provenance", "Patient/$export?_type=Device,Provenance", url })
        {
            using var refused = await closed.Raw(HttpMethod.Get, path, ("Prefer", "respond-async"));
            Assert.Equal((path, path.Contains("Patient", StringComparison.Ordinal) ? 400 : 403), (path, (int)refused.StatusCode));
        }
    }

    private static string Id(string line) => JsonElement.Parse(Encoding.UTF8.GetBytes(line)).Text("id")!;

    private static async Task<ExportingClient> With(RunningWeb host, string scopes) => new(await HospitalClient.With(host, "demo-hospital", scopes), host);

    private static async Task<List<string>> Lines(ExportingClient client, JsonElement manifest) =>
        [.. (await client.Lines(manifest)).Where(line => line.StartsWith("""{"resourceType":"Provenance",""", StringComparison.Ordinal))];

    /// <summary>What the Provenance of an export is of, each once.</summary>
    private static async Task<IEnumerable<string>> Targets(ExportingClient client, string path) => (await Lines(client, await client.Export(path)))
        .SelectMany(line => JsonElement.Parse(Encoding.UTF8.GetBytes(line)).Items("target")).Select(target => target.Text("reference")!.Split("/_history/")[0]).Distinct();
}
