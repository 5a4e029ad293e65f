using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Fhir.Access;

/// <summary>Requests that are turned away before anything is looked at.</summary>
public sealed class RefusedAccessTests(PostgresFixture postgres)
{
    private const int MostKinds = 60;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_flood_without_a_token_leaves_one_record_a_minute_and_nothing_of_what_was_asked()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var stranger = host.Client();
        for (var minute = 0; minute < 2; minute++)
        {
            foreach (var round in Enumerable.Range(0, 100))
            {
                using var refused = await stranger.GetAsync(new Uri($"/fhir/Patient/secret-{round}?name=secret", UriKind.Relative), Now);
                Assert.Equal(401, (int)refused.StatusCode);
            }

            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["|||read|Patient||401", "|||read|Patient||401"], await Kept(host));
    }

    [Fact]
    public async Task of_many_clients_that_ask_too_often_each_leaves_one_record_that_its_own_institution_sees_and_all_together_no_more_than_a_few()
    {
        await using var host = await RunningWeb.Start(postgres, settings: ("Auth:FhirRequestsPerSecond", "1"));
        foreach (var number in Enumerable.Range(0, MostKinds + 10))
        {
            await host.Services.GetRequiredService<ClientStore>().Create($"client-{number}", "c", $"inst-{number}", "test", Now);
            using var busy = await HospitalClient.With(host, $"client-{number}", "system/*.rs");
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => busy.Get("Device")));
            Assert.Contains(answers, answer => answer.Status == 429);
        }

        Assert.Equal(MostKinds, (await Kept(host)).Count(line => line.EndsWith("|search-type|Device||429", StringComparison.Ordinal)));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await Task.Delay(TimeSpan.FromSeconds(2), Now);
        using var own = await HospitalClient.With(host, "client-3", "system/*.rs");
        var seen = (await own.Get("AuditEvent?outcome=4")).Body.Items("entry").Single().At("resource")!.Value;
        Assert.Equal(("HTTP 429", "client-3"), (seen.Text("outcomeDesc"), seen.Items("agent").Single().Text("altId")));
    }

    /// <summary>What was kept of refusals.</summary>
    private static async Task<List<string>> Kept(RunningWeb host)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(
            "select concat_ws('|', client, institution, array_to_string(subjects, ','), interaction, type, coalesce(id, ''), status) from fhir_access where status in (401, 429) order by position");
        await using var reader = await command.ExecuteReaderAsync(Now);
        var kept = new List<string>();
        while (await reader.ReadAsync(Now))
            kept.Add(reader.GetString(0));
        return kept;
    }
}
