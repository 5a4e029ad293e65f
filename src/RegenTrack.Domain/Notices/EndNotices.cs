using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Notices;

/// <summary>The time of a subscription is over, or the system behind it may not read any more.</summary>
public sealed record EndNotices(NoticeSubscriptionId Subscription, NoticeEnding Ending)
{
    public static Outcome<NoticeEvent> Decide(NoticeSubscription state, EndNotices command, Circumstances at) =>
        state.State is NoticeState.Requested or NoticeState.Active or NoticeState.Failing ? new NoticesEnded(command.Subscription, command.Ending) : Outcome<NoticeEvent>.Accept();
}
