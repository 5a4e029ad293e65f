using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Notices;

/// <summary>Ask for notices, change or delete subscriptions: all of them or none.</summary>
public sealed record ChangeNotices(IReadOnlyList<NoticeChange> Changes) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        foreach (var (index, change) in Changes.Index())
        {
            foreach (var fault in change.Request?.Shape() ?? [])
                yield return fault with { Field = $"{nameof(Changes)}[{index}].{fault.Field}" };
        }

        if (Changes.Count == 0 || Changes.DistinctBy(change => change.Subscription).Count() < Changes.Count)
            yield return new Refusal("subscription-twice", "한 번에 같은 구독을 두 번 바꿀 수 없습니다.", "One request cannot change the same subscription twice.", null, nameof(Changes));
    }

    /// <param name="others">How many other subscriptions the institution has once all is done.</param>
    public static Outcome<NoticeEvent> Decide(NoticeSubscription state, NoticeChange change, int others, Circumstances at) =>
        change.Request is { } request ? RequestNotices.Decide(state, request, others, at) : WithdrawNotices.Decide(state, new WithdrawNotices(change.Subscription), at);
}

/// <summary>What one subscription is to be.</summary>
/// <param name="Request">What is asked for; null deletes it.</param>
/// <param name="Expected">The version that the hospital saw; null for whatever is there.</param>
public sealed record NoticeChange(NoticeSubscriptionId Subscription, RequestNotices? Request, long? Expected = null);
