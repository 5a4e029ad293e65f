using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Provenances;

public sealed class StatedProvenanceTests(PostgresFixture postgres)
{
    private const string Logger = """{"resourceType":"Device","lotNumber":"1"}""";

    [Fact]
    public async Task what_a_sender_states_is_kept_with_the_write_and_given_back_with_its_target()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        const string Stated = """{"resourceType":"Provenance","id":"mine","meta":{"versionId":"9"},"recorded":"2026-01-02T03:04:05.600+09:00","reason":[{"text":"\uc7ac\uc804\uc1a1 A"}],"agent":[{"who":{"identifier":{"system":"urn:x","value":"warehouse-7"}}}]}""";
        var made = await hospital.Send(HttpMethod.Post, "Device", Logger, ("X-Provenance", Stated));
        Assert.Equal(201, made.Status);
        var found = (await hospital.Get($"Provenance?target=Device/{made.Body.Text("id")}")).Body.Items("entry").Select(entry => entry.At("resource")!.Value).ToList();
        Assert.Equal(2, found.Count);
        var stated = found.Single(one => one.Text("id")!.EndsWith("-s", StringComparison.Ordinal));
        Assert.Equal($"Device/{made.Body.Text("id")}/_history/1", stated.Items("target").Single().Text("reference"));
        Assert.Equal(("2026-01-02T03:04:05.600+09:00", "warehouse-7", "재전송 A", "1"), (stated.Text("recorded"), stated.Items("agent").Single().Text("who", "identifier", "value"), stated.Items("reason").Single().Text("text"), stated.Text("meta", "versionId")));
        Assert.Equal(200, (await hospital.Get($"Provenance/{stated.Text("id")}")).Status);
    }

    [Theory]
    [InlineData("nonsense", "provenance-header-invalid")]
    [InlineData("[]", "provenance-header-invalid")]
    [InlineData("""{"resourceType":"Device"}""", "provenance-header-invalid")]
    [InlineData("""{"resourceType":"Provenance","target":[{"reference":"Device/a"}],"agent":[{"who":{"reference":"Device/a"}}]}""", "provenance-header-target")]
    [InlineData("""{"resourceType":"Provenance"}""", "required-element-missing")]
    [InlineData("""{"resourceType":"Provenance","agent":[{"who":{"reference":"Device/a"}}],"nothing":1}""", "unknown-property")]
    [InlineData("""{"resourceType":"Provenance","agent":[{"who":{"reference":"Device/a","display":"Hong"}}]}""", "provenance-header-person")]
    [InlineData("""{"resourceType":"Provenance","contained":[{"resourceType":"Practitioner","id":"p","name":[{"text":"Hong"}]}],"agent":[{"who":{"reference":"#p"}}]}""", "provenance-header-person")]
    [InlineData("""{"resourceType":"Provenance","agent":[{"who":{"identifier":{"value":"800101-1234560"}}}]}""", "resident-registration-number")]
    public async Task a_header_that_cannot_be_taken_leaves_nothing_written(string header, string code)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var refused = await hospital.Send(HttpMethod.Post, "Device", Logger, ("X-Provenance", header));
        Assert.Equal(400, refused.Status);
        Assert.StartsWith(code, refused.Issues.First(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hong", refused.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Empty((await hospital.Get("Device")).Body.Items("entry"));
        var tooLong = """{"resourceType":"Provenance","agent":[{"who":{"reference":"Device/X"}}]}""".Replace("X", new string('a', 9_000), StringComparison.Ordinal);
        Assert.Equal(400, (await hospital.Send(HttpMethod.Post, "Device", Logger, ("X-Provenance", tooLong))).Status);
    }
}
