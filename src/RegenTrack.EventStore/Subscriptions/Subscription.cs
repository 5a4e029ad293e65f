using Npgsql;

namespace RegenTrack.EventStore.Subscriptions;

/// <summary>Something that follows the store event by event, with a position of its own in <c>mt_event_progression</c>.</summary>
/// <param name="name">Stable name; the position is kept under it.</param>
public abstract class Subscription(string name)
{
    public string Name { get; } = name;

    /// <summary>How many events are handed over at a time.</summary>
    public virtual int BatchSize => 500;

    /// <summary>How long to let events gather before they are handed over; zero hands them over at once.</summary>
    public virtual TimeSpan Gathering => TimeSpan.Zero;

    /// <summary>Handles events in order, at least once each.</summary>
    /// <returns>Statements to commit together with the position: their effect happens exactly once.</returns>
    public abstract Task<IReadOnlyList<NpgsqlBatchCommand>> Handle(IReadOnlyList<EventRow> events, CancellationToken cancellation);

    /// <summary>Told when the statements and the position are committed.</summary>
    public virtual void Committed()
    {
    }
}
