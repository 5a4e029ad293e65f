using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Records;

public sealed class HospitalRecordTests(PostgresFixture postgres)
{
    private const string Logger = """
        {"resourceType":"Device","id":"mine","meta":{"versionId":"77","profile":["http://example.org/logger"]},"identifier":[{"system":"urn:logger","value":"T-1"}],"deviceName":[{"name":"온도 기록계\u0020A","type":"user-friendly-name"}]}
        """;

    [Fact]
    public async Task what_a_hospital_sends_is_kept_byte_by_byte_under_an_id_of_the_servers()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var made = await hospital.Post("Device", Logger);
        Assert.Equal((201, "W/\"1\""), (made.Status, made.Tag));
        var id = made.Body.Text("id")!;
        Assert.Equal($"/fhir/Device/{id}/_history/1", made.Location);
        Assert.NotEqual("mine", id);
        var read = await hospital.Get($"Device/{id}");
        Assert.Equal("1", read.Body.Text("meta", "versionId"));
        Assert.Equal("http://example.org/logger", read.Body.At("meta")!.Value.Items("profile").Single().GetString());
        Assert.Contains("온도 기록계\\u0020A", read.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(304, (await hospital.Send(HttpMethod.Get, $"Device/{id}", null, ("If-None-Match", "W/\"1\""))).Status);
        Assert.Equal(200, (await hospital.Send(HttpMethod.Get, $"Device/{id}", null, ("If-None-Match", "W/\"2\""))).Status);
    }

    [Fact]
    public async Task a_change_names_the_version_that_it_saw_and_history_keeps_what_was()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = (await hospital.Post("Device", Logger)).Body.Text("id")!;
        string Changed(string lot) => $$"""{"resourceType":"Device","id":"{{id}}","lotNumber":"{{lot}}"}""";
        Assert.Equal(412, (await hospital.Send(HttpMethod.Put, $"Device/{id}", Changed("a"), ("If-Match", "W/\"2\""))).Status);
        Assert.Equal("W/\"2\"", (await hospital.Send(HttpMethod.Put, $"Device/{id}", Changed("a"), ("If-Match", "W/\"1\""))).Tag);
        Assert.Equal("W/\"2\"", (await hospital.Put($"Device/{id}", Changed("a"))).Tag);
        Assert.Equal("W/\"3\"", (await hospital.Put($"Device/{id}", Changed("b"))).Tag);
        Assert.Equal("a", (await hospital.Get($"Device/{id}/_history/2")).Body.Text("lotNumber"));
        Assert.Equal(404, (await hospital.Get($"Device/{id}/_history/4")).Status);
        Assert.Equal(204, (await hospital.Delete($"Device/{id}")).Status);
        Assert.Equal(410, (await hospital.Get($"Device/{id}")).Status);
        Assert.Equal(404, (await hospital.Delete($"Device/{id}")).Status);

        var versions = (await hospital.Get($"Device/{id}/_history")).Body.Items("entry").ToList();
        Assert.Equal(["204", "200", "200", "200"], versions.Select(version => version.Text("response", "status")));
        Assert.Equal(["4", "3", "2", "1"], versions.Select(version => version.Text("response", "etag")!.Trim('W', '/', '"')));
        Assert.Equal([null, "b", "a", null], versions.Select(version => version.Text("resource", "lotNumber")));
    }

    [Fact]
    public async Task the_history_of_a_type_is_walked_in_pages_without_losing_or_repeating_a_version()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        for (var number = 0; number < 7; number++)
            Assert.Equal(201, (await hospital.Post("Location", $$"""{"resourceType":"Location","name":"입고장 {{number}}"}""")).Status);
        List<string> seen = [];
        for (var page = "Location/_history?_count=3"; page is not null;)
        {
            var body = (await hospital.Get(page)).Body;
            seen.AddRange(body.Items("entry").Select(entry => entry.Text("resource", "name")!));
            page = body.Items("link").FirstOrDefault(link => link.Text("relation") == "next").Text("url")?.Split("/fhir/")[1];
        }

        Assert.Equal(Enumerable.Range(0, 7).Select(number => $"입고장 {6 - number}"), seen);
        Assert.Equal(400, (await hospital.Get("Location/_history?_before=nonsense")).Status);
        Assert.Equal(400, (await hospital.Get("Location/_history?_since=yesterday")).Status);
        Assert.Empty((await hospital.Get("Location/_history?_since=2999-01-01T00:00:00Z")).Body.Items("entry"));
    }

    [Fact]
    public async Task another_hospital_finds_nothing_where_something_is()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "other-hospital", "inst-other");
        var id = (await hospital.Post("Device", Logger)).Body.Text("id")!;
        foreach (var path in new[] { $"Device/{id}", $"Device/{id}/_history", $"Device/{id}/_history/1" })
        {
            var (there, absent) = (await other.Get(path), await other.Get(path.Replace(id, "device-absent", StringComparison.Ordinal)));
            Assert.Equal(404, there.Status);
            Assert.Equal(absent.Body.GetRawText(), there.Body.GetRawText());
        }

        Assert.Equal(404, (await other.Put($"Device/{id}", $$"""{"resourceType":"Device","id":"{{id}}"}""")).Status);
        Assert.Equal(404, (await other.Delete($"Device/{id}")).Status);
        Assert.Empty((await other.Get("Device/_history")).Body.Items("entry"));
    }

    [Fact]
    public async Task the_name_of_a_person_is_refused_wherever_it_stands()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var refused = await hospital.Post("Organization", """{"resourceType":"Organization","name":"한빛병원","contact":[{"name":{"text":"홍길동"}}]}""");
        Assert.Equal((422, "person-in-record @ Organization"), (refused.Status, refused.Issues.Single()));
        Assert.DoesNotContain("홍길동", refused.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(201, (await hospital.Post("Organization", """{"resourceType":"Organization","name":"한빛병원"}""")).Status);
    }
}
