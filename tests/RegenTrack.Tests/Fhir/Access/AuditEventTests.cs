using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Guide;

namespace RegenTrack.Tests.Fhir.Access;

public sealed class AuditEventTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_hospital_reads_and_searches_its_own_accesses_and_nobody_elses()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var own = await HospitalClient.SignIn(web, "hospital", "inst-a");
        using var second = await HospitalClient.SignIn(web, "second-system", "inst-a");
        using var other = await HospitalClient.SignIn(web, "other", "inst-b");
        Assert.Equal(404, (await own.Get("Patient/subj-1")).Status);
        Assert.Equal(200, (await second.Get("Task?code=fulfill")).Status);
        Assert.Equal(404, (await other.Get("Patient/subj-1")).Status);
        web.Time.Advance(TimeSpan.FromMinutes(1));

        var found = (await own.Get("AuditEvent?entity=Patient/subj-1")).Body;
        var audit = found.Items("entry").Single().At("resource")!.Value;
        Assert.Equal(("R", "4", "HTTP 404", "hospital"), (audit.Text("action"), audit.Text("outcome"), audit.Text("outcomeDesc"), audit.Items("agent").Single().Text("altId")));
        Assert.Equal("Patient/subj-1", audit.Items("entity").First().Text("what", "reference"));
        Conformance.OfEntries(found, ("AuditEvent", "access-record"));

        var id = audit.Text("id");
        Assert.Equal(audit.Text("recorded"), (await second.Get($"AuditEvent/{id}")).Body.Text("recorded"));
        var absent = await other.Get("AuditEvent/999999");
        var forbidden = await other.Get($"AuditEvent/{id}");
        Assert.Equal((404, absent.Body.GetRawText()), (forbidden.Status, forbidden.Body.GetRawText()));

        foreach (var (query, count) in ((string, int)[])
        [
            ("agent=second-system", 2), ("altid=second-system", 2), ("subtype=search-type&agent=second-system", 1), ("patient=subj-1&outcome=4", 1), ("patient=Patient/subj-1&outcome=8", 0), ("agent=inst-b", 0),
            ("action=D", 0), ("date=2026-06-01&agent=second-system", 2), ("date=lt2026-06-01", 0), ("date=gt2026-06-01", 0), ("date=ge2026-06-01T10:00:00%2B09:00&date=lt2026-06-01T10:01:00%2B09:00&agent=second-system", 1),
        ])
            Assert.Equal((query, count), (query, (await own.Get($"AuditEvent?{query}")).Body.Items("entry").Count()));
        Assert.Equal(400, (await own.Get("AuditEvent?date=yesterday")).Status);
        Assert.Equal(400, (await own.Get("AuditEvent?outcome=12345")).Status);
        Assert.Equal(400, (await own.Get("AuditEvent?entity=%00")).Status);
    }

    [Fact]
    public async Task pages_of_accesses_stay_the_same_while_more_arrive()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var own = await HospitalClient.SignIn(web, "hospital", "inst-a");
        foreach (var number in Enumerable.Range(1, 25))
            await own.Get($"Patient/subj-{number}");
        var seen = new List<string>();
        for (var next = "AuditEvent?subtype=read&_count=10"; next is not null;)
        {
            var page = (await own.Get(next)).Body;
            seen.AddRange(page.Items("entry").Select(entry => entry.At("resource")!.Value.Items("entity").First().Text("what", "reference")!));
            next = page.Items("link").FirstOrDefault(link => link.Text("relation") == "next").Text("url")?.Split("/fhir/")[1];
            await own.Get("Patient/later");
        }

        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(number => $"Patient/subj-{number}"), seen);
    }

    [Fact]
    public async Task many_at_once_are_kept_in_few_round_trips_and_each_once()
    {
        await using var web = await RunningWeb.Start(postgres);
        var log = web.Services.GetRequiredService<IAccessLog>();
        await Task.WhenAll(Enumerable.Range(0, 2000).Select(number => log.Keep(Access($"r-{number}"))));
        await using var command = web.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select count(*), count(distinct request_id), count(distinct xmin::text), count(*) filter (where subjects = array['a','b'] and parameters = array['x']) from fhir_access");
        await using var row = await command.ExecuteReaderAsync(Ct);
        await row.ReadAsync(Ct);
        Assert.Equal((2000, 2000, 2000), (row.GetInt64(0), row.GetInt64(1), row.GetInt64(3)));
        Assert.InRange(row.GetInt64(2), 1, 400);
    }

    [Fact]
    public async Task an_access_that_cannot_be_kept_shows_nothing()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var own = await HospitalClient.SignIn(web, "hospital", "inst-a");
        var database = web.Services.GetRequiredService<NpgsqlDataSource>();
        await Execute(database, "alter table fhir_access rename to fhir_access_gone");
        var refused = await own.Get("Task");
        Assert.Equal((503, "temporarily-unavailable @ "), (refused.Status, refused.Issues.Single()));
        await Execute(database, "alter table fhir_access_gone rename to fhir_access");
        Assert.Equal(200, (await own.Get("Task")).Status);
    }

    [Fact]
    public async Task accesses_are_never_changed_and_go_when_their_time_is_over()
    {
        var database = await postgres.CreateDatabase(Ct);
        await using (var before = await RunningWeb.StartOn(database, new TestTime(TestTime.Start)))
        {
            await before.Services.GetRequiredService<IAccessLog>().Keep(Access("old"));
            await Assert.ThrowsAsync<PostgresException>(() => Execute(before.Services.GetRequiredService<NpgsqlDataSource>(), "update fhir_access set client = 'x'"));
        }

        await using var later = await RunningWeb.StartOn(database, new TestTime(TestTime.Start.AddDays(800)), settings: ("Access:KeepDays", "799"));
        await using var command = later.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select count(*) from fhir_access");
        for (var waited = 0; (long)(await command.ExecuteScalarAsync(Ct))! > 0; waited++)
        {
            Assert.True(waited < 100, "the old access is still there");
            await Task.Delay(100, Ct);
        }
    }

    [Fact]
    public async Task more_requests_than_a_client_may_send_are_turned_away_and_others_go_on()
    {
        await using var web = await RunningWeb.Start(postgres, settings: ("Auth:FhirRequestsPerSecond", "2"));
        using var greedy = await HospitalClient.SignIn(web, "greedy", "inst-a");
        using var modest = await HospitalClient.SignIn(web, "modest", "inst-a");
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => greedy.Fetch("/fhir/Task", "application/fhir+json")));
        var refused = answers.Where(answer => (int)answer.StatusCode == 429).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60));
        Assert.Equal("too-many-requests", FhirServerHost.CodeOf(JsonElement.Parse(await refused[0].Content.ReadAsByteArrayAsync(Ct))));
        Assert.Equal(200, (await modest.Get("Task")).Status);
    }

    [Fact]
    public async Task the_token_endpoint_says_when_to_come_back()
    {
        await using var web = await RunningWeb.Start(postgres, settings: ("Auth:TokensPerMinute", "1"));
        using var http = web.Client();
        using var form = new FormUrlEncodedContent([]);
        using var first = await http.PostAsync(new Uri("/oauth2/token", UriKind.Relative), form, Ct);
        using var second = await http.PostAsync(new Uri("/oauth2/token", UriKind.Relative), form, Ct);
        Assert.Equal((401, 429), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("temporarily_unavailable", JsonElement.Parse(await second.Content.ReadAsByteArrayAsync(Ct)).Text("error"));
    }

    private static AccessRecord Access(string request) => new(TestTime.Start, "hospital", "inst-a", "read", "Task", "t-1", ["a", "b"], 200, ["x"], request, "127.0.0.1");

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
