namespace RegenTrack.EventStore.Subscriptions;

/// <summary>Something beside the subscriptions that one process of many does for as long as it leads.</summary>
public interface ILeaderWork
{
    /// <summary>Works until cancelled, and leaves nothing running. Whatever it throws ends this process's term, as a subscription's trouble does.</summary>
    Task Run(CancellationToken cancellation);
}
