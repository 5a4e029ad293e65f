using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Records;

public sealed class RecordTransactionTests(PostgresFixture postgres)
{
    private const string Site = "urn:uuid:11111111-1111-4111-8111-111111111111";
    private const string Place = "urn:uuid:22222222-2222-4222-8222-222222222222";

    [Fact]
    public async Task resources_that_point_at_each_other_are_kept_together_under_their_new_addresses()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var done = await hospital.Post("", Bundle(
            Entry("POST", "Location", Place, $$"""{"resourceType":"Location","name":"세포처리실","managingOrganization":{"reference":"{{Site}}" } }"""),
            Entry("POST", "Organization", Site, """{"resourceType":"Organization","name":"한빛병원"}""")));
        Assert.Equal(200, done.Status);
        var made = done.Body.Items("entry").Select(entry => entry.Text("response", "location")!).ToList();
        Assert.Equal(made[1], (await hospital.Get(made[0])).Body.Text("managingOrganization", "reference"));
        Assert.Equal("한빛병원", (await hospital.Get(made[1])).Body.Text("name"));
        Assert.Equal(["201", "201"], done.Body.Items("entry").Select(entry => entry.Text("response", "status")));
    }

    [Fact]
    public async Task one_entry_that_cannot_be_leaves_none_of_them()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = (await hospital.Post("Device", """{"resourceType":"Device","lotNumber":"1"}""")).Body.Text("id")!;
        var fresh = Entry("POST", "Location", Place, """{"resourceType":"Location","name":"새 입고장"}""");
        string Change(string match) => Entry("PUT", $"Device/{id}", null, $$"""{"resourceType":"Device","id":"{{id}}","lotNumber":"2"}""", match);

        Assert.Equal(409, (await hospital.Post("", Bundle(fresh, Change("W/\\\"7\\\"")))).Status);
        Assert.Equal(404, (await hospital.Post("", Bundle(fresh, Entry("DELETE", "Device/device-none", null, null)))).Status);
        Assert.Equal(422, (await hospital.Post("", Bundle(fresh, Entry("POST", "Organization", null, """{"resourceType":"Organization","contact":[{"name":{"text":"홍길동"}}]}""")))).Status);
        Assert.Equal(422, (await hospital.Post("", Bundle(Change("W/\\\"1\\\""), Entry("DELETE", $"Device/{id}", null, null)))).Status);
        Assert.Empty((await hospital.Get("Location/_history")).Body.Items("entry"));
        Assert.Equal("1", (await hospital.Get($"Device/{id}")).Body.Text("lotNumber"));

        var done = await hospital.Post("", Bundle(fresh, Change("W/\\\"1\\\"")));
        Assert.Equal(["W/\"1\"", "W/\"2\""], done.Body.Items("entry").Select(entry => entry.Text("response", "etag")));
        Assert.Equal("2", (await hospital.Get($"Device/{id}")).Body.Text("lotNumber"));
    }

    private static string Bundle(params string[] entries) => $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""";

    private static string Entry(string method, string url, string? fullUrl, string? resource, string? match = null) =>
        $$"""
        { {{(fullUrl is null ? "" : $"\"fullUrl\":\"{fullUrl}\",")}} {{(resource is null ? "" : $"\"resource\":{resource},")}}
          "request":{"method":"{{method}}","url":"{{url}}"{{(match is null ? "" : $",\"ifMatch\":\"{match}\"")}}} }
        """;
}
