using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Notices;

/// <summary>Ask for notices, change what was asked for, switch them on again or off.</summary>
/// <param name="Off">Keep the subscription and send nothing.</param>
public sealed record RequestNotices(NoticeSubscriptionId Subscription, InstitutionId Institution, string Client, string Scopes, string Server, NoticeWish Wish, bool Off = false) : IShaped
{
    /// <summary>Subscriptions of one institution.</summary>
    public const int Most = 50;

    /// <summary>Characters of a reason.</summary>
    public const int LongestReason = 500;

    public IEnumerable<Refusal> Shape()
    {
        if (Wish.Reason.Length > LongestReason)
            yield return new Refusal("subscription-reason", $"이유는 {LongestReason}자까지입니다.", $"A reason has at most {LongestReason} characters.", null, nameof(NoticeWish.Reason));
        if (Wish.TimeoutSeconds is < 1 or > 60)
            yield return new Refusal("subscription-timeout", "제한 시간은 1초부터 60초까지입니다.", "The timeout is 1 to 60 seconds.", null, nameof(NoticeWish.TimeoutSeconds));
        if (Wish.MaxCount is < 1 or > 100)
            yield return new Refusal("subscription-max-count", "한 통지에 담는 변경은 1건부터 100건까지입니다.", "A notice has 1 to 100 changes.", null, nameof(NoticeWish.MaxCount));
        if (Wish.HeartbeatSeconds is < 10 or > 604_800)
            yield return new Refusal("subscription-heartbeat", "생존 신호 간격은 10초부터 7일까지입니다.", "A heartbeat comes every 10 seconds to 7 days.", null, nameof(NoticeWish.HeartbeatSeconds));
    }

    /// <param name="others">How many other subscriptions the institution has.</param>
    public static Outcome<NoticeEvent> Decide(NoticeSubscription state, RequestNotices command, int others, Circumstances at)
    {
        if (state.State == NoticeState.Withdrawn)
            return new Refusal("subscription-withdrawn", "삭제된 구독입니다. 새로 만드십시오.", "The subscription was deleted. Create a new one.");
        if (command.Wish.End <= at.Now)
            return new Refusal("subscription-end-passed", "구독 종료 시각이 이미 지났습니다.", "The end of the subscription has passed.", null, nameof(NoticeWish.End));
        if (others >= Most)
            return new Refusal("subscription-too-many", $"한 기관의 구독은 {Most}건까지입니다. 쓰지 않는 구독을 삭제하십시오.", $"An institution has at most {Most} subscriptions. Delete those that are not used.");
        if (state.State is var stands && (command.Off ? stands == NoticeState.Off : stands is NoticeState.Requested or NoticeState.Active) && IsAsked(state, command))
            return Outcome<NoticeEvent>.Accept();
        var asked = new NoticesRequested(command.Subscription, command.Institution, command.Client, command.Scopes, command.Server, command.Wish);
        return command.Off ? Outcome<NoticeEvent>.Accept(asked, new NoticesEnded(command.Subscription, NoticeEnding.SwitchedOff)) : asked;
    }

    private static bool IsAsked(NoticeSubscription state, RequestNotices command) =>
        command.Wish.IsSame(state.Wish) && (command.Client, command.Scopes, command.Server) == (state.Client, state.Scopes, state.Server);
}
