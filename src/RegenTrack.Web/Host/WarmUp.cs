using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RegenTrack.Web.Host;

/// <summary>Asks the first questions itself, so that the first person does not wait for them; ready afterwards.</summary>
internal sealed partial class WarmUp(IServer server, IHostApplicationLifetime lifetime, ILogger<WarmUp> log)
    : BackgroundService, IHealthCheck
{
    private static readonly string[] Pages = ["/health/live", "/fhir/metadata", "/sign-in"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the host is ready.</summary>
    public Task Done => done.Task;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(done.Task.IsCompletedSuccessfully ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Warming up."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host stops its listener before it stops this service: only the announcement comes early enough to end the visits.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var start = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var stop = over.Token.Register(() => started.TrySetResult());
        await started.Task;
        if (!over.IsCancellationRequested && server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
        {
            using var client = new HttpClient { BaseAddress = Reachable(address), Timeout = Patience };
            foreach (var page in Pages.TakeWhile(_ => !over.IsCancellationRequested))
                await Visit(client, page, over.Token);
        }

        done.TrySetResult();
    }

    private async Task Visit(HttpClient client, string page, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), cancellation);
            await answer.Content.ReadAsByteArrayAsync(cancellation);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Whatever a connection says that is torn down under the visit: nobody needs the answer any more.
        }
        catch (Exception trouble) when (trouble is HttpRequestException or OperationCanceledException)
        {
            LogCold(page, trouble.Message);
        }
    }

    private static Uri Reachable(string address) =>
        new(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "[::1]", StringComparison.Ordinal));

    [LoggerMessage(LogLevel.Warning, "{Page} could not be warmed up: {Reason}")]
    private partial void LogCold(string page, string reason);
}
