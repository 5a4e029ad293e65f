using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Records;

public sealed class PatchTests(PostgresFixture postgres)
{
    private const string JsonPatch = "application/json-patch+json";
    private const string Fhir = "application/fhir+json";

    [Fact]
    public async Task both_kinds_of_patch_make_a_new_version_and_keep_the_rest_as_it_was()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var address = await Device(hospital);
        var first = await hospital.Patch(address, JsonPatch, """[{"op":"replace","path":"/lotNumber","value":"2"}]""");
        Assert.Equal((200, "W/\"2\"", "2"), (first.Status, first.Tag, first.Body.Text("lotNumber")));
        var second = await hospital.Patch(address, Fhir, """
            {"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"replace"},{"name":"path","valueString":"Device.lotNumber"},{"name":"value","valueString":"3"}]}]}
            """);
        Assert.Equal((200, "W/\"3\"", "3"), (second.Status, second.Tag, second.Body.Text("lotNumber")));
        Assert.Equal("http://example.org/logger", second.Body.At("meta")!.Value.Items("profile").Single().GetString());
    }

    [Fact]
    public async Task a_patch_that_does_not_fit_changes_nothing_and_says_why()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "other-hospital", "inst-other");
        var address = await Device(hospital);
        const string Replace = """[{"op":"replace","path":"/lotNumber","value":"2"}]""";
        Assert.Equal(404, (await other.Patch(address, JsonPatch, Replace)).Status);
        Assert.Equal(412, (await hospital.Patch(address, JsonPatch, Replace, "W/\"9\"")).Status);
        Assert.Equal(415, (await hospital.Patch(address, "text/plain", Replace)).Status);
        Assert.Equal(422, (await hospital.Patch(address, JsonPatch, """[{"op":"test","path":"/lotNumber","value":"9"}]""")).Status);
        Assert.Equal(422, (await hospital.Patch(address, JsonPatch, """[{"op":"replace","path":"/lotNumber","value":7}]""")).Status);
        Assert.Equal(422, (await hospital.Patch(address, JsonPatch, """[{"op":"replace","path":"/id","value":"mine"}]""")).Status);
        Assert.Equal("W/\"1\"", (await hospital.Get(address)).Tag);
    }

    private static async Task<string> Device(HospitalClient hospital) =>
        $"Device/{(await hospital.Post("Device", """{"resourceType":"Device","meta":{"profile":["http://example.org/logger"]},"lotNumber":"1"}""")).Body.Text("id")}";
}
