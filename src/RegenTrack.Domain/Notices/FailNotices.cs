using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Notices;

/// <summary>The endpoint did not take what was sent, as often as it was tried.</summary>
/// <param name="Problem">Kind of the last trouble.</param>
public sealed record FailNotices(NoticeSubscriptionId Subscription, string Problem)
{
    public static Outcome<NoticeEvent> Decide(NoticeSubscription state, FailNotices command, Circumstances at) =>
        state.State is NoticeState.Requested or NoticeState.Active ? new NoticesFailed(command.Subscription, command.Problem) : Outcome<NoticeEvent>.Accept();
}
