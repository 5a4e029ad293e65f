using System.Buffers.Text;
using System.Text;
using Npgsql;
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

    [Fact]
    public async Task pages_are_full_of_what_is_shown_and_say_nothing_of_what_is_hidden_between_and_behind()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var shown = new List<string>();
        foreach (var status in (string[])["inactive", "inactive", "active", "inactive", "active", "active", "inactive", "inactive", "inactive"])
        {
            var id = await Made(hospital, status);
            if (status == "active")
                shown.Insert(0, id);
        }

        var targets = string.Join(',', shown.Select(id => $"Device/{id}"));
        foreach (var (path, parameter, scope) in new[] { ("Device/_history", "_before", "system/Device.rs?status=active"), ("Provenance", "_after", $"system/Provenance.rs?target={targets}") })
        {
            using var narrow = await HospitalClient.With(host, "demo-hospital", scope);
            using var blind = await HospitalClient.With(host, "demo-hospital", scope.Split('?')[0] + (parameter == "_after" ? "?target=Device/nobody" : "?status=entered-in-error"));
            Assert.Equal((path, 0, 1), await Page(blind, path));
            foreach (var (count, pages) in new[] { (1, 3), (2, 2), (3, 1), (50, 1) })
            {
                List<string> seen = [];
                var walked = 0;
                for (var (at, next) = ($"{path}?_count={count}", ""); next is not null; at = $"{path}?_count={count}&{parameter}={next}")
                {
                    var page = (await narrow.Get(at)).Body;
                    seen.AddRange(page.Items("entry").Select(entry => entry.At("resource")!.Value).Select(resource => resource.Text("id") is { } id && path != "Provenance" ? id : resource.Items("target").First().Text("reference")!.Split('/')[1]));
                    next = page.Items("link").Any(link => link.Text("relation") == "next") ? Cursor(page, parameter) : null;
                    walked++;
                }

                Assert.Equal((path, count, pages, string.Join(' ', shown)), (path, count, walked, string.Join(' ', seen)));
            }
        }

        static async Task<(string, int, int)> Page(HospitalClient client, string path) =>
            (await client.Get($"{path}?_count=1")).Body is var page ? (path, page.Items("entry").Count(), page.Items("link").Count()) : default;
    }

    [Fact]
    public async Task behind_very_many_hidden_versions_a_page_ends_early_and_the_walk_goes_on()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = await Made(hospital, "active");
        await using (var database = NpgsqlDataSource.Create(host.ConnectionString))
        await using (var command = database.CreateCommand("""
            insert into fhir_version (type, id, version, updated, org, stream, body)
            select 'Device', 'old-' || n, 1, now() - n * interval '1 minute', 'inst-hanbit', 'record-old',
                   convert_to('{"resourceType":"Device","id":"old","status":"' || case when n = 6000 then 'active' else 'inactive' end || '"}', 'UTF8') from generate_series(1, 6000) n
            """))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var narrow = await HospitalClient.With(host, "demo-hospital", "system/Device.rs?status=active");
        var first = (await narrow.Get("Device/_history?_count=10")).Body;
        Assert.Equal(id, Assert.Single(first.Items("entry")).Text("resource", "id"));
        var cursor = Cursor(first, "_before");
        Assert.DoesNotContain("old-", Encoding.Latin1.GetString(Base64Url.DecodeFromChars(cursor)), StringComparison.Ordinal);
        var second = (await narrow.Get($"Device/_history?_count=10&_before={cursor}")).Body;
        Assert.EndsWith("/Device/old-6000", Assert.Single(second.Items("entry")).Text("fullUrl"), StringComparison.Ordinal);
        Assert.Single(second.Items("link"));
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
