using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Provenances;

/// <summary>A Provenance never changes: its history is one version.</summary>
public sealed class ProvenanceVersionTests(PostgresFixture postgres)
{
    private const string Logger = """{"resourceType":"Device","lotNumber":"1"}""";

    [Fact]
    public async Task its_first_version_is_its_whole_history()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = await Written(hospital);
        var now = await hospital.Get($"Provenance/{id}");
        var first = await hospital.Get($"Provenance/{id}/_history/1");
        Assert.Equal((200, "W/\"1\"", now.Body.GetRawText()), (first.Status, first.Tag, first.Body.GetRawText()));

        var history = await hospital.Get($"Provenance/{id}/_history");
        Assert.Equal((200, "history"), (history.Status, history.Body.Text("type")));
        var entry = history.Body.Items("entry").Single();
        Assert.Equal(now.Body.GetRawText(), entry.At("resource")!.Value.GetRawText());
        Assert.Equal(("W/\"1\"", now.Body.Text("meta", "lastUpdated")), (entry.Text("response", "etag"), entry.Text("response", "lastModified")));
        Assert.Single((await hospital.Get($"Provenance/{id}/_history?_since=2000-01-01T00:00:00Z&_count=1")).Body.Items("entry"));
        Assert.Equal((200, 0), ((await hospital.Get($"Provenance/{id}/_history?_since=2999-01-01T00:00:00Z")) is var later ? later.Status : 0, later.Body.Items("entry").Count()));

        foreach (var version in new[] { "0", "2", "9223372036854775808", "x" })
            Assert.Equal((version, 404), (version, (await hospital.Get($"Provenance/{id}/_history/{version}")).Status));
        Assert.Equal(405, (await hospital.Get("Provenance/_history")).Status);
        Assert.Equal(400, (await hospital.Get($"Provenance/{id}/_history?_before=MC4wLgA")).Status);
        Assert.Equal(400, (await hospital.Get($"Provenance/{id}/_history?nonsense=1")).Status);
        Assert.Equal(405, (await hospital.Delete($"Provenance/{id}/_history/1")).Status);
    }

    [Fact]
    public async Task the_server_says_so()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var served = (await hospital.Get("metadata")).Body.Items("rest").Single().Items("resource").Single(one => one.Text("type") == "Provenance");
        Assert.Equal(["history-instance", "read", "search-type", "vread"], served.Items("interaction").Select(one => one.Text("code")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task what_may_not_be_seen_has_no_version_either()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "other-hospital", "inst-other");
        var id = await Written(hospital);
        using var fits = await HospitalClient.With(host, "demo-hospital", "system/Provenance.rs?agent-type=enterer");
        using var hides = await HospitalClient.With(host, "demo-hospital", "system/Provenance.rs?agent-type=author");
        using var closed = await HospitalClient.With(host, "demo-hospital", "system/Provenance.s system/Device.rs");
        foreach (var path in new[] { "", "/_history/1", "/_history", "/_history?_since=2999-01-01T00:00:00Z" })
        {
            var absent = await hospital.Get($"Provenance/999999-0123456789ab{path}");
            Assert.Equal((path, 404), (path, absent.Status));
            foreach (var nobody in new[] { other, hides })
            {
                var hidden = await nobody.Get($"Provenance/{id}{path}");
                Assert.Equal((path, 404, absent.Body.GetRawText()), (path, hidden.Status, hidden.Body.GetRawText()));
            }

            Assert.Equal((path, 200), (path, (await fits.Get($"Provenance/{id}{path}")).Status));
            Assert.Equal((path, 403), (path, (await closed.Get($"Provenance/{id}{path}")).Status));
        }
    }

    private static async Task<string> Written(HospitalClient hospital)
    {
        var device = (await hospital.Post("Device", Logger)).Body.Text("id");
        return (await hospital.Get($"Provenance?target=Device/{device}")).Body.Items("entry").Single().Text("resource", "id")!;
    }
}
