using System.Net;
using System.Text.Json;
using Npgsql;
using RegenTrack.Fhir;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir;

public class FhirInTheHostTests(PostgresFixture postgres)
{
    [Fact]
    public async Task the_host_serves_the_api_and_asks_for_a_token_in_its_own_words()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var client = host.Client();
        var statement = FhirDocument.Parse(await client.GetByteArrayAsync("/fhir/metadata", TestContext.Current.CancellationToken));
        Assert.Empty(statement.Issues);

        using var refused = await client.GetAsync(new Uri("/fhir/Task", UriKind.Relative), TestContext.Current.CancellationToken);
        var outcome = JsonElement.Parse(await refused.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.Unauthorized, "token-required"), (refused.StatusCode, FhirServerHost.CodeOf(outcome)));
    }

    [Fact]
    public async Task a_database_that_is_gone_is_said_in_the_apis_words()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var gone = new NpgsqlConnectionStringBuilder(host.ConnectionString);
        await using (var elsewhere = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(host.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString))
        {
            await elsewhere.OpenAsync(TestContext.Current.CancellationToken);
            await using var drop = new NpgsqlCommand($"drop database {gone.Database} with (force)", elsewhere);
            await drop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var answer = await hospital.Get("Task");
        Assert.Equal((503, "temporarily-unavailable @ "), (answer.Status, answer.Issues.Single()));
    }
}
