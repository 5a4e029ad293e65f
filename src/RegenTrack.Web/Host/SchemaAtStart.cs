using RegenTrack.App;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Interop.Server.Exports;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Host;

/// <summary>Creates or updates the tables before the first request can arrive.</summary>
internal sealed class SchemaAtStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Apply(services, cancellationToken);

    public static Task Apply(IServiceProvider services, CancellationToken cancellation) => AppServices.ApplySchema(services, [.. AuthSchema.Steps, .. AccessTable.Steps, .. ExportTable.Steps], cancellation);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
