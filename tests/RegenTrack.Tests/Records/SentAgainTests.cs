using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Records;

/// <summary>What the same request without an id of its own means when it comes again, and something happened in between.</summary>
public sealed class SentAgainTests(PostgresFixture postgres)
{
    private const string Device = """{"resourceType":"Device","lotNumber":"L-1"}""";

    private static string Bundle(string type, params string[] entries) => $$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{{string.Join(',', entries)}}]}""";

    private static string Post(string resource) => $$"""{"resource":{{resource}},"request":{"method":"POST","url":"Device"} }""";

    [Fact]
    public async Task who_deletes_what_was_made_and_sends_it_again_gets_a_new_one_and_only_one()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var seen = new HashSet<string>();
        for (var round = 0; round < 3; round++)
        {
            var made = await hospital.Post("Device", Device);
            Assert.Equal((201, "L-1"), (made.Status, made.Body.Text("lotNumber")));
            Assert.True(seen.Add(made.Body.Text("id")!));
            Assert.Equal(made.Body.Text("id"), (await hospital.Post("Device", Device)).Body.Text("id"));
            Assert.Single((await hospital.Get("Device")).Body.Items("entry"));
            Assert.Equal(204, (await hospital.Delete($"Device/{made.Body.Text("id")}")).Status);
        }
    }

    [Fact]
    public async Task under_a_name_of_its_own_the_same_request_is_told_that_what_it_made_is_gone()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        foreach (var (path, body) in new[] { ("Device", Device), ("", Bundle("transaction", Post(Device))) })
        {
            Assert.True((await hospital.Post(path, body, $"mine {path}")).Status is 200 or 201);
            foreach (var entry in (await hospital.Get("Device")).Body.Items("entry").ToList())
                await hospital.Delete($"Device/{entry.Text("resource", "id")}");
            var again = await hospital.Post(path, body, $"mine {path}");
            Assert.Equal((409, "made-and-deleted @ "), (again.Status, again.Issues.Single()));
            Assert.Empty((await hospital.Get("Device")).Body.Items("entry"));
        }
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("transaction")]
    public async Task a_bundle_that_makes_what_was_deleted_makes_it_anew(string type)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var sent = Bundle(type, Post(Device), Post(Device));
        for (var round = 0; round < 2; round++)
        {
            foreach (var _ in new[] { "sent", "sent again" })
                Assert.Equal(["201", "201"], (await hospital.Post("", sent)).Body.Items("entry").Select(entry => entry.Text("response", "status")));
            var there = (await hospital.Get("Device")).Body.Items("entry").Select(entry => entry.Text("resource", "id")).ToList();
            Assert.Equal(2, there.Count);
            foreach (var id in there)
                Assert.Equal(204, (await hospital.Delete($"Device/{id}")).Status);
        }
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("transaction")]
    public async Task a_bundle_that_restores_an_earlier_state_restores_it(string type)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = (await hospital.Post("Device", Device)).Body.Text("id")!;
        foreach (var lot in new[] { "A", "B", "A" })
        {
            var sent = Bundle(type, $$"""{"resource":{"resourceType":"Device","id":"{{id}}","lotNumber":"{{lot}}"},"request":{"method":"PUT","url":"Device/{{id}}"} }""");
            Assert.Equal("200", (await hospital.Post("", sent)).Body.Items("entry").Single().Text("response", "status"));
            Assert.Equal(lot, (await hospital.Get($"Device/{id}")).Body.Text("lotNumber"));
        }
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("transaction")]
    public async Task a_bundle_that_deletes_by_a_condition_deletes_whatever_fits_each_time(string type)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(201, (await hospital.Post("Device", """{"resourceType":"Device","identifier":[{"value":"X"}]}""")).Status);
            var deleted = await hospital.Post("", Bundle(type, """{"request":{"method":"DELETE","url":"Device?identifier=X"}}"""));
            Assert.Equal("204", deleted.Body.Items("entry").Single().Text("response", "status"));
            Assert.Empty((await hospital.Get("Device")).Body.Items("entry"));
        }
    }
}
