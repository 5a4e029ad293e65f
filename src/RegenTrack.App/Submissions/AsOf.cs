using RegenTrack.EventStore;

namespace RegenTrack.App.Submissions;

/// <summary>What was known when a fact was recorded: a document says that, whatever came after.</summary>
internal static class AsOf
{
    /// <summary>The state that a stream had at an instant of the database clock, UTC.</summary>
    public static async Task<TState> StateAsOf<TState>(this EventReader events, StreamSchema<TState> stream, string id, DateTimeOffset instant, CancellationToken cancellation) =>
        (await events.Read(stream.Alias, id, cancellation))
            .TakeWhile(stored => stored.RecordedAt <= instant)
            .Aggregate(stream.Initial, (state, stored) => stream.Evolve(state, stored.Data));
}
