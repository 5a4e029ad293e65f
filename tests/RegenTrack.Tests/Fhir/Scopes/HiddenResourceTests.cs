using System.Buffers.Text;
using System.Text;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Scopes;

/// <summary>What restricted scopes hide is as if it were not there.</summary>
public sealed class HiddenResourceTests(PostgresFixture postgres)
{
    private const string Active = "system/Device.cruds?status=active";

    [Fact]
    public async Task what_is_hidden_answers_as_what_is_absent_also_when_it_was_deleted()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var (hidden, deleted, shown) = (await Made(hospital, "inactive"), await Made(hospital, "inactive"), await Made(hospital, "active"));
        Assert.Equal(204, (await hospital.Delete($"Device/{deleted}")).Status);
        using var narrow = await HospitalClient.With(host, "demo-hospital", Active);
        string[] paths = ["", "/_history", "/_history/1", "/_history/2", "/_history?_since=2000-01-01T00:00:00Z", "/_history?_count=1&_since=2000-01-01T00:00:00Z", "/_history?_since=2999-01-01T00:00:00Z"];
        foreach (var (method, path) in paths.Select(path => (HttpMethod.Get, path)).Append((HttpMethod.Delete, "")))
        {
            var absent = await narrow.Send(method, $"Device/nobody{path}", null);
            foreach (var id in (string[])[hidden, deleted])
            {
                var there = await narrow.Send(method, $"Device/{id}{path}", null);
                Assert.Equal((path, 404, absent.Body.GetRawText(), absent.Tag), (path, there.Status, there.Body.GetRawText(), there.Tag));
            }
        }

        Assert.Equal(410, (await hospital.Get($"Device/{deleted}")).Status);
        Assert.Single((await narrow.Get($"Device/{shown}/_history?_since=2000-01-01T00:00:00Z")).Body.Items("entry"));
        Assert.Equal((200, 0), ((await narrow.Get($"Device/{shown}/_history?_since=2999-01-01T00:00:00Z")) is var later ? later.Status : 0, later.Body.Items("entry").Count()));
    }

    [Theory]
    [InlineData("Device/_history", "_before", "system/Device.rs?status=active")]
    [InlineData("Provenance", "_after", "system/Provenance.rs?target=Device/nobody")]
    public async Task a_page_that_ends_on_something_hidden_does_not_tell_what_it_was(string path, string parameter, string scopes)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        string[] made = [await Made(hospital, "inactive"), await Made(hospital, "inactive")];
        using var narrow = await HospitalClient.With(host, "demo-hospital", scopes);
        var page = (await narrow.Get($"{path}?_count=1")).Body;
        Assert.Empty(page.Items("entry"));
        var cursor = Cursor(page, parameter);
        var read = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(cursor));
        Assert.DoesNotContain(made, id => read.Contains(id, StringComparison.Ordinal));
        Assert.Equal(200, (await narrow.Get($"{path}?_count=1&{parameter}={cursor}")).Status);
    }

    [Fact]
    public async Task a_cursor_holds_for_the_walk_and_the_institution_that_it_was_given_to()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "other-hospital", "inst-other");
        var id = await Made(hospital, "active");
        await Made(hospital, "active");
        var history = Cursor((await hospital.Get("Device/_history?_count=1")).Body, "_before");
        var origin = Cursor((await hospital.Get("Provenance?_count=1")).Body, "_after");
        Assert.Equal(200, (await hospital.Get($"Device/_history?_before={history}")).Status);
        Assert.Equal(200, (await hospital.Get($"Provenance?_after={origin}")).Status);
        foreach (var elsewhere in (string[])[
            $"Location/_history?_before={history}", $"Device/{id}/_history?_before={history}", $"Device/_history?_since=2000-01-01T00:00:00Z&_before={history}", $"Device/_history?_before={origin}",
            "Device/_history?_before=MC4wLgA", "Device/_history?_before=%00", $"Provenance?_after={origin}&agent=demo-hospital", $"Provenance?_after={history}", "Provenance?_after=%00"])
            Assert.Equal((elsewhere, 400), (elsewhere, (await hospital.Get(elsewhere)).Status));
        Assert.Equal(400, (await other.Get($"Device/_history?_before={history}")).Status);
        Assert.Equal(400, (await other.Get($"Provenance?_after={origin}")).Status);
    }

    private static async Task<string> Made(HospitalClient hospital, string status) =>
        (await hospital.Post("Device", $$"""{"resourceType":"Device","status":"{{status}}"}""", Guid.NewGuid().ToString("n"))).Body.Text("id")!;

    private static string Cursor(System.Text.Json.JsonElement page, string parameter) =>
        page.Items("link").Single(link => link.Text("relation") == "next").Text("url")!.Split(parameter + "=")[1].Split('&')[0];
}
