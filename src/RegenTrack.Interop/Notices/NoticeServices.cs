using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Interop.Notices.Delivery;

namespace RegenTrack.Interop.Notices;

/// <summary>Puts the delivery of notices into a host, which runs the application's subscriptions and knows what clients may do (<see cref="IClientCeilings"/>).</summary>
public static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
#pragma warning disable CA5394 // It spreads load; nothing is secret about it.
        services.AddSingleton(provider => new NoticeBackoff(provider.GetRequiredService<IOptions<NoticeOptions>>().Value, Random.Shared.NextDouble));
#pragma warning restore CA5394
        return services.AddSingleton<NoticeSignal>().AddSingleton<NoticeScope>().AddSingleton<NoticeContents>().AddSingleton<NoticeSender>().AddSingleton<NoticeRun>()
            .AddSingleton<Subscription, NoticeFeed>().AddSingleton<ILeaderWork, NoticeDelivery>();
    }
}
