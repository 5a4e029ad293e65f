using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Records;

public sealed class ConditionalTests(PostgresFixture postgres)
{
    private static string Logger(string number, string lot = "1", string? id = null) =>
        $$"""{"resourceType":"Device",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"identifier":[{"system":"urn:logger","value":"{{number}}"}],"lotNumber":"{{lot}}"}""";

    [Fact]
    public async Task of_fifty_creations_under_one_condition_at_one_moment_exactly_one_creates()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            hospital.Send(HttpMethod.Post, "Device", Logger("T-1", lot: $"{number}"), ("If-None-Exist", "identifier=urn:logger|T-1"))));
        Assert.Equal([200, 201], answers.Select(answer => answer.Status).Distinct().Order());
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Single(answers.Select(answer => answer.Location).Distinct());
        Assert.Single((await hospital.Get("Device?identifier=urn:logger|T-1")).Body.Items("entry"));
    }

    [Fact]
    public async Task a_condition_that_fits_several_or_everything_is_refused()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "other-hospital", "inst-other");
        foreach (var lot in new[] { "1", "2" })
            Assert.Equal(201, (await hospital.Post("Device", Logger("T-1", lot))).Status);
        Task<FhirAnswer> Create(HospitalClient client, string condition) => client.Send(HttpMethod.Post, "Device", Logger("T-1", "3"), ("If-None-Exist", condition));
        Assert.Equal("condition-fits-several", (await Create(hospital, "identifier=urn:logger|T-1")).Issues.Single().Split(' ')[0]);
        Assert.Equal("condition-empty", (await Create(hospital, "")).Issues.Single().Split(' ')[0]);
        Assert.Equal("condition-empty", (await Create(hospital, "_count=1")).Issues.Single().Split(' ')[0]);
        Assert.Equal(400, (await Create(hospital, "colour=red")).Status);
        Assert.Equal(412, (await hospital.Delete("Device?identifier=T-1")).Status);
        Assert.Equal(201, (await Create(other, "identifier=urn:logger|T-1")).Status);
    }

    [Fact]
    public async Task an_update_or_deletion_by_condition_means_the_one_that_fits_and_creates_what_does_not_exist()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var made = await hospital.Put("Device?identifier=urn:logger|T-1", Logger("T-1"));
        Assert.Equal((201, "W/\"1\""), (made.Status, made.Tag));
        var changed = await hospital.Put("Device?identifier=urn:logger|T-1", Logger("T-1", "2"));
        Assert.Equal((200, "W/\"2\"", "2"), (changed.Status, changed.Tag, changed.Body.Text("lotNumber")));
        Assert.Equal(400, (await hospital.Put("Device?identifier=urn:logger|T-1", Logger("T-1", "3", id: "another"))).Status);
        Assert.Equal(404, (await hospital.Put("Device?identifier=urn:logger|T-9", Logger("T-9", id: "another"))).Status);
        Assert.Equal(204, (await hospital.Delete("Device?identifier=urn:logger|T-1")).Status);
        Assert.Equal(404, (await hospital.Delete("Device?identifier=urn:logger|T-1")).Status);
        Assert.Empty((await hospital.Get("Device")).Body.Items("entry"));
    }
}
