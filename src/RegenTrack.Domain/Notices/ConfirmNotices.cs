using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Notices;

/// <summary>The endpoint answered the first message: notices flow from now on.</summary>
public sealed record ConfirmNotices(NoticeSubscriptionId Subscription)
{
    public static Outcome<NoticeEvent> Decide(NoticeSubscription state, ConfirmNotices command, Circumstances at) =>
        state.State == NoticeState.Requested ? new NoticesConfirmed(command.Subscription) : Outcome<NoticeEvent>.Accept();
}
