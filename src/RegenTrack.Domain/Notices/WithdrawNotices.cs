using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Notices;

/// <summary>Delete a subscription. What it was stays in its history.</summary>
public sealed record WithdrawNotices(NoticeSubscriptionId Subscription)
{
    public static Outcome<NoticeEvent> Decide(NoticeSubscription state, WithdrawNotices command, Circumstances at) =>
        state.State is NoticeState.None or NoticeState.Withdrawn ? Outcome<NoticeEvent>.Accept() : new NoticesWithdrawn(command.Subscription);
}
