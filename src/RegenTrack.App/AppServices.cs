using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Pipeline.Behaviours;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Schema;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App;

/// <summary>Puts the application into a host.</summary>
public static class AppServices
{
    public static IServiceCollection AddRegenTrack(this IServiceCollection services, string connectionString, HolidayTable holidays) =>
        services.AddRegenTrack(connectionString, holidays, RegenTrackModel.Create());

    /// <summary>The same frame around other contexts.</summary>
    public static IServiceCollection AddRegenTrack(this IServiceCollection services, string connectionString, HolidayTable holidays, AppModel model)
    {
        model.Register(services);
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(model)
            .AddSingleton(holidays)
            .AddSingleton(_ => Store.Connect(connectionString))
            .AddSingleton(provider => new Store(provider.GetRequiredService<NpgsqlDataSource>(), model.Streams, model.Views))
            .AddSingleton<AttachmentStore>()
            .AddSingleton<IdentityVault>()
            .AddSingleton<ServiceFactory>(provider => provider.GetRequiredService)
            .AddSingleton<IMediator, Mediator>();
    }

    /// <summary>Creates or updates every table. Safe to run from several instances at once.</summary>
    /// <param name="additional">Statements of the host's own tables, each idempotent.</param>
    public static async Task ApplySchema(IServiceProvider services, IEnumerable<string> additional, CancellationToken cancellation)
    {
        var store = services.GetRequiredService<Store>();
        string[] own = [Receipt<object>.Table, AttemptLog<object>.Table, AttachmentStore.Table, IdentityVault.Table];
        await StoreSchema.Apply(store.Database, own.Concat(additional), cancellation);
        await ViewSchema.Apply(store, cancellation);
    }
}
