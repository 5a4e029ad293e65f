using Microsoft.Extensions.Diagnostics.HealthChecks;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.Web.Host;

/// <summary>Runs reactions, asynchronous views and the log's seal, in whichever instance leads.</summary>
internal sealed partial class SubscriptionsAtWork(SubscriptionHost subscriptions, ILogger<SubscriptionsAtWork> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => subscriptions.Run(LogTrouble, stoppingToken), stoppingToken);

    [LoggerMessage(LogLevel.Warning, "Subscriptions were interrupted ({Kind}) and will go on.")]
    private partial void LogTrouble(string kind);
}

/// <summary>Degraded while an event stops a subscription, or something keeps this instance from running them: the service serves, and an operator is needed.</summary>
internal sealed class SubscriptionsRun(Store store, SubscriptionHost host) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stopped = (await SubscriptionStatus.All(store.Database, cancellationToken)).Where(status => status.Fault is not null).Select(status => status.Name).ToList();
        return stopped.Count > 0 ? HealthCheckResult.Degraded($"Stopped: {string.Join(' ', stopped)}")
            : host.Interruption is { } interruption ? HealthCheckResult.Degraded($"Interrupted: {interruption}")
            : HealthCheckResult.Healthy();
    }
}

internal static class SubscriptionsRegistration
{
    public static void AddSubscriptions(this IServiceCollection services)
    {
        services.AddHostedService<SubscriptionsAtWork>();
        services.AddHealthChecks().AddCheck<SubscriptionsRun>("subscriptions");
    }
}
