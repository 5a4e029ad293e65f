using Microsoft.Extensions.Diagnostics.HealthChecks;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.Web.Host;

/// <summary>Runs reactions, asynchronous views and the log's seal, in whichever instance leads.</summary>
internal sealed partial class SubscriptionsAtWork(SubscriptionHost subscriptions, ILogger<SubscriptionsAtWork> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => subscriptions.Run(outage => LogOutage(outage.GetType().Name), stoppingToken), stoppingToken);

    [LoggerMessage(LogLevel.Warning, "Subscriptions lost the database ({Kind}) and will try again.")]
    private partial void LogOutage(string kind);
}

/// <summary>Degraded while an event stops a subscription: the service serves, and an operator is needed.</summary>
internal sealed class SubscriptionsRun(Store store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stopped = (await SubscriptionStatus.All(store.Database, cancellationToken)).Where(status => status.Fault is not null).Select(status => status.Name).ToList();
        return stopped.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Stopped: {string.Join(' ', stopped)}");
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
