using RegenTrack.App;

namespace RegenTrack.Web.Host;

/// <summary>Creates or updates the tables before the first request can arrive.</summary>
internal sealed class SchemaAtStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Apply(services, cancellationToken);

    public static Task Apply(IServiceProvider services, CancellationToken cancellation) => AppServices.ApplySchema(services, [], cancellation);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
