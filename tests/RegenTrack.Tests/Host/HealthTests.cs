using System.Diagnostics;
using System.Net;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Host;

public sealed class HealthTests(PostgresFixture postgres)
{
    [Fact]
    public async Task the_host_is_live_at_once_and_ready_when_warm()
    {
        await using var host = await RunningWeb.Start(postgres, warmUp: true);
        using var client = host.Client();
        Assert.Equal(HttpStatusCode.OK, await Status(client, "/health/live"));
        for (var since = Stopwatch.StartNew(); await Status(client, "/health/ready") != HttpStatusCode.OK; await Task.Delay(50, TestContext.Current.CancellationToken))
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), "Not ready after 30 seconds.");
    }

    [Fact]
    public async Task pages_and_their_files_are_served_wherever_the_program_is_started_from()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var client = host.Client();
        Assert.Equal(HttpStatusCode.OK, await Status(client, "/sign-in"));
        Assert.Equal(HttpStatusCode.OK, await Status(client, "/css/regentrack.css"));
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
