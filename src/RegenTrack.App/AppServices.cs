using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using RegenTrack.App.Attachments;
using RegenTrack.App.Notices;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Pipeline.Behaviours;
using RegenTrack.App.Resources;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Log;
using RegenTrack.EventStore.Schema;
using RegenTrack.EventStore.Subscriptions;
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
        // A host that keeps identities beyond its own life registers a key from a file.
        services.TryAddSingleton(_ => VaultKey.Create());
        return services
            .AddSingleton(model)
            .AddSingleton(holidays)
            .AddSingleton(_ => Store.Connect(connectionString))
            .AddSingleton(provider => new Store(
                provider.GetRequiredService<NpgsqlDataSource>(), model.Streams, model.Views, [new ResourceView(provider.GetServices<IStreamRendering>())]))
            .AddSingleton<VaultedBodies>()
            .AddSingleton<ResourceReader>()
            .AddSingleton(provider => new SubscriptionHost(provider.GetRequiredService<Store>(), Subscriptions(provider, model), new SubscriptionOptions(), [.. provider.GetServices<ILeaderWork>()]))
            .AddSingleton<ResourceSearch>()
            .AddSingleton<ResourceWrites>()
            .AddSingleton<ResourceWritesAsOf>()
            .AddSingleton<ResourcesAsOf>()
            .AddSingleton<AttachmentStore>()
            .AddSingleton<IdentityVault>()
            .AddSingleton<NoticeQueue>()
            .AddSingleton<NoticeSecrets>()
            .AddSingleton<ServiceFactory>(provider => provider.GetRequiredService)
            .AddSingleton<IMediator, Mediator>();
    }

    /// <summary>Creates or updates every table. Safe to run from several instances at once.</summary>
    /// <param name="additional">Steps of the host's own tables.</param>
    public static async Task ApplySchema(IServiceProvider services, IEnumerable<Migration> additional, CancellationToken cancellation)
    {
        var store = services.GetRequiredService<Store>();
        Migration[] own =
        [
            new("app/001-command-receipt", Receipt<object>.Table), new("app/002-attempt-log", AttemptLog<object>.Table),
            new("app/003-attachments", AttachmentStore.Table), .. IdentityVault.Steps, .. ResourceTables.Steps, .. NoticeTables.Steps,
        ];
        await Migrations.Apply(store.Database, [.. Migrations.Store, .. own, .. additional], cancellation);
        await services.GetRequiredService<IdentityVault>().SealWhatIsOpen(cancellation);
        await ViewSchema.Apply(store, cancellation);
    }

    private static IReadOnlyList<Subscription> Subscriptions(IServiceProvider provider, AppModel model)
    {
        var (store, mediator) = (provider.GetRequiredService<Store>(), provider.GetRequiredService<IMediator>());
        IEnumerable<Subscription> all =
        [
            .. store.Views.Where(view => view.IsAsynchronous).Select(view => new ViewSubscription(store, view)),
            new VaultErasure(store),
            .. provider.GetServices<Subscription>(),
            .. model.Reactions.Select(reaction => new Reaction(reaction.Key, store, mediator, reaction.Value)),
        ];
        return [.. provider.GetService<LogKey>() is { } key ? all.Append(new LogSealer(store, key, TimeProvider.System, LogSealer.Patience)) : all];
    }
}
