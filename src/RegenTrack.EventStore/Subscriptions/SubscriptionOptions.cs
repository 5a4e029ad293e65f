namespace RegenTrack.EventStore.Subscriptions;

/// <summary>How patient subscriptions are.</summary>
public sealed record SubscriptionOptions
{
    /// <summary>When nobody wakes them.</summary>
    public TimeSpan Polling { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Before a gap in the sequence is looked at again.</summary>
    public TimeSpan AtGap { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Between tries to become the process that runs them.</summary>
    public TimeSpan Succession { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often an event is tried before it stops its subscription.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Before the second try; longer before each further one.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromMilliseconds(200);
}
