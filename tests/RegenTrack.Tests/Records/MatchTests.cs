using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Records;

/// <summary>If-Match and If-None-Match as RFC 9110 has them.</summary>
public sealed class MatchTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("*", true)]
    [InlineData("W/\"1\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("W/\"7\", W/\"1\"", true)]
    [InlineData("W/\"7\",W/\"8\"", false)]
    [InlineData("W/\"another server's\"", false)]
    public async Task a_change_is_made_when_one_of_the_named_versions_stands(string match, bool stands)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        async Task<string> Made() => (await hospital.Post("Device", """{"resourceType":"Device","lotNumber":"1"}""", Guid.NewGuid().ToString())).Body.Text("id")!;
        static string Changed(string id) => $$"""{"resourceType":"Device","id":"{{id}}","lotNumber":"2"}""";
        var (put, patched, deleted, batch, transaction) = (await Made(), await Made(), await Made(), await Made(), await Made());
        Assert.Equal(stands ? 200 : 412, (await hospital.Send(HttpMethod.Put, $"Device/{put}", Changed(put), ("If-Match", match))).Status);
        Assert.Equal(stands ? 200 : 412, (await hospital.Patch($"Device/{patched}", "application/json-patch+json", """[{"op":"replace","path":"/lotNumber","value":"2"}]""", match)).Status);
        Assert.Equal(stands ? 204 : 412, (await hospital.Send(HttpMethod.Delete, $"Device/{deleted}", null, ("If-Match", match))).Status);
        string Bundle(string type, string id) => $$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{"resource":{{Changed(id)}},"request":{"method":"PUT","url":"Device/{{id}}","ifMatch":{{System.Text.Json.JsonSerializer.Serialize(match)}}} }]}""";
        Assert.Equal(stands ? "200" : "412", (await hospital.Post("", Bundle("batch", batch))).Body.Items("entry").Single().Text("response", "status"));
        Assert.Equal(stands ? 200 : 409, (await hospital.Post("", Bundle("transaction", transaction))).Status);
        foreach (var id in new[] { put, patched, batch, transaction })
            Assert.Equal(stands ? "2" : "1", (await hospital.Get($"Device/{id}")).Body.Text("lotNumber"));
        Assert.Equal(412, (await hospital.Send(HttpMethod.Put, "Device?identifier=none", """{"resourceType":"Device"}""", ("If-Match", match))).Status);
    }

    [Theory]
    [InlineData("*", 304)]
    [InlineData("W/\"7\", W/\"1\"", 304)]
    [InlineData("W/\"7\"", 200)]
    public async Task what_the_caller_has_is_not_sent_again(string match, int status)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = (await hospital.Post("Device", """{"resourceType":"Device","lotNumber":"1"}""")).Body.Text("id")!;
        Assert.Equal(status, (await hospital.Send(HttpMethod.Get, $"Device/{id}", null, ("If-None-Match", match))).Status);
        Assert.Equal(404, (await hospital.Send(HttpMethod.Get, "Device/none", null, ("If-None-Match", match))).Status);
    }
}
