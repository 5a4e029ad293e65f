using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Fhir.Provenances;

public sealed class ProvenanceTests(PostgresFixture postgres)
{
    private const string Logger = """{"resourceType":"Device","lotNumber":"1"}""";

    [Fact]
    public async Task every_version_says_who_wrote_it_when_and_out_of_which_message()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = (await hospital.Post("Device", Logger)).Body.Text("id")!;
        var changed = $$"""{"resourceType":"Device","id":"{{id}}","lotNumber":"2"}""";
        var patch = """[{"op":"replace","path":"/lotNumber","value":"3"}]""";
        Assert.Equal(200, (await hospital.Put($"Device/{id}", changed)).Status);
        Assert.Equal(200, (await hospital.Patch($"Device/{id}", "application/json-patch+json", patch)).Status);
        Assert.Equal(204, (await hospital.Delete($"Device/{id}")).Status);

        var found = await Found(hospital, $"Provenance?target=Device/{id}");
        Assert.Equal([4, 3, 2, 1], found.Select(one => int.Parse(one.Items("target").Single().Text("reference")!.Split("/_history/")[1], null)));
        Assert.Equal(["DELETE", "UPDATE", "UPDATE", "CREATE"], found.Select(one => one.CodeIn("http://terminology.hl7.org/CodeSystem/v3-DataOperation", "activity")));
        Assert.Equal([null, Hash(patch), Hash(changed), Hash(Logger)], found.Select(one => one.Items("entity").FirstOrDefault().Text("what", "identifier", "value")));
        Assert.All(found, one =>
        {
            var agent = one.Items("agent").Single();
            Assert.Equal(("demo-hospital", "inst-hanbit"), (agent.Text("who", "identifier", "value"), agent.Text("onBehalfOf", "identifier", "value")));
        });
        Assert.Equal((await hospital.Get($"Device/{id}/_history/2")).Body.Text("meta", "lastUpdated"), found[2].Text("recorded"));
        Assert.Equal(found[1].GetRawText(), (await hospital.Get($"Provenance/{found[1].Text("id")}")).Body.GetRawText());
        Assert.Equal(found[2].Text("id"), (await Found(hospital, $"Provenance?target=Device/{id}/_history/2")).Single().Text("id"));
        Assert.Equal(4, (await Found(hospital, $"Provenance?agent=demo-hospital&target=Device/{id}")).Count);
        Assert.Empty(await Found(hospital, $"Provenance?agent=somebody&target=Device/{id}"));
        Assert.Empty(await Found(hospital, "Provenance?recorded=gt2999-01-01"));
        Assert.Equal(4, (await Found(hospital, "Provenance?recorded=le2999-01-01&agent=Organization/inst-hanbit")).Count);
        Assert.Equal(400, (await hospital.Get("Provenance?target=nonsense")).Status);
        Assert.Equal(405, (await hospital.Post("Provenance", """{"resourceType":"Provenance","target":[{"reference":"Device/a"}],"recorded":"2026-01-01T00:00:00Z","agent":[{"who":{"reference":"Device/a"}}]}""")).Status);
    }

    [Fact]
    public async Task a_search_brings_the_provenance_of_what_it_finds_and_a_rebuild_changes_none()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var bundle = """{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"POST","url":"Device"},"resource":{"resourceType":"Device"}},{"request":{"method":"POST","url":"Location"},"resource":{"resourceType":"Location","name":"입고장"}}]}""";
        var made = (await hospital.Post("", bundle)).Body.Items("entry").Select(entry => entry.Text("response", "location")!).ToList();
        var set = (await hospital.Get("Device?_revinclude=Provenance:target")).Body.Items("entry").ToList();
        Assert.Equal(["match", "include"], set.Select(entry => entry.Text("search", "mode")));
        var included = set[1].At("resource")!.Value;
        Assert.Equal($"{made[0]}/_history/1", included.Items("target").Single().Text("reference"));
        Assert.Equal(Hash(bundle), included.Items("entity").Single().Text("what", "identifier", "value"));
        using var narrow = await HospitalClient.With(host, "demo-hospital", "system/Device.rs");
        Assert.Single((await narrow.Get("Device?_revinclude=Provenance:target")).Body.Items("entry"));
        Assert.Equal(403, (await narrow.Get("Provenance")).Status);

        var before = (await Found(hospital, "Provenance")).Select(one => one.GetRawText()).ToList();
        var store = host.Services.GetRequiredService<Store>();
        await StateViewRebuild.Run(store, store.StateViews.Single(), null, TestContext.Current.CancellationToken);
        Assert.Equal(2, before.Count);
        Assert.Equal(before, (await Found(hospital, "Provenance")).Select(one => one.GetRawText()));
    }

    [Fact]
    public async Task another_hospital_finds_nothing_where_something_is()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "other-hospital", "inst-other");
        var device = (await hospital.Post("Device", Logger)).Body.Text("id")!;
        var id = (await Found(hospital, "Provenance")).Single().Text("id")!;
        var (there, absent) = (await other.Get($"Provenance/{id}"), await other.Get("Provenance/999999-0123456789ab"));
        Assert.Equal((404, absent.Body.GetRawText()), (there.Status, there.Body.GetRawText()));
        Assert.Empty(await Found(other, "Provenance"));
        Assert.Empty(await Found(other, $"Provenance?target=Device/{device}"));
        Assert.Equal(404, (await hospital.Get($"Provenance/{id}0")).Status);
    }

    [Fact]
    public async Task a_walk_in_pages_meets_each_once()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        for (var number = 0; number < 5; number++)
            Assert.Equal(201, (await hospital.Send(HttpMethod.Post, "Location", $$"""{"resourceType":"Location","name":"입고장 {{number}}"}""", ("X-Provenance", """{"resourceType":"Provenance","agent":[{"who":{"reference":"Device/own"}}]}"""))).Status);
        List<string> seen = [];
        for (var page = "Provenance?_count=3"; page is not null;)
        {
            var body = (await hospital.Get(page)).Body;
            Assert.InRange(body.Items("entry").Count(), 1, 3);
            seen.AddRange(body.Items("entry").Select(entry => entry.Text("resource", "id")!));
            page = body.Items("link").FirstOrDefault(link => link.Text("relation") == "next").Text("url")?.Split("/fhir/")[1];
        }

        Assert.Equal(10, seen.Count);
        Assert.Equal(10, seen.Distinct().Count());
        Assert.Equal(400, (await hospital.Get("Provenance?_after=nonsense")).Status);
    }

    [Fact]
    public async Task what_concerns_a_patient_is_found_by_the_patient()
    {
        await using var host = await RunningWeb.Start(postgres);
        await new TreatmentStory(new TestApp((ServiceProvider)host.Services, host.Time)).Prepare();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        string[] made = [.. (await hospital.Post("", HospitalMessages.Enrolment())).Body.Items("entry").Select(entry => entry.Text("response", "location")!)];
        var targets = (await Found(hospital, $"Provenance?patient={made[0]}")).Select(one => one.Items("target").Single().Text("reference")!.Split("/_history/")[0]);
        Assert.Equal(made.Order(), targets.Distinct().Order());
        Assert.Empty(await Found(hospital, "Provenance?patient=Patient/nobody"));
    }

    [Fact]
    public async Task of_the_authoritys_people_only_the_role_is_shown()
    {
        await using var host = await RunningWeb.Start(postgres);
        var story = new RegenTrack.Tests.Applications.Story(host.Services);
        await story.Prepare();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        await hospital.Post("", RegenTrack.Tests.Applications.Bundles.Plan());
        var agents = (await Found(hospital, "Provenance?_count=200")).SelectMany(one => one.Items("agent")).ToList();
        Assert.NotEmpty(agents);
        Assert.All(agents, agent => Assert.True(agent.Text("who", "identifier", "value") == "demo-hospital" || agent.Text("who", "display") is not null, agent.GetRawText()));
    }

    private static string Hash(string body) => "ni:///sha-256;" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private static async Task<List<JsonElement>> Found(HospitalClient hospital, string search)
    {
        var answer = await hospital.Get(search);
        Assert.True(answer.Status == 200, answer.Body.ToString());
        return [.. answer.Body.Items("entry").Select(entry => entry.At("resource")!.Value)];
    }
}
