using Npgsql;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.EventStore.Log;

/// <summary>Follows the store and enters each event into the log, signing a tree head for each batch (ADR 0011). Behind the appends, so that they do not wait for each other.</summary>
/// <param name="gathering">How long events gather before they are sealed together; the price of a head is shared by them.</param>
public sealed class LogSealer(Store store, LogKey key, TimeProvider time, TimeSpan gathering) : Subscription(Position)
{
    public const string Position = "log";

    /// <summary>A second: what a head costs is then below a hundredth of a loaded server, and whoever asks for one gets one that is not older.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public override int BatchSize => 5000;

    public override TimeSpan Gathering { get; } = gathering;

    public override async Task<IReadOnlyList<NpgsqlBatchCommand>> Handle(IReadOnlyList<EventRow> events, CancellationToken cancellation)
    {
        var size = (await TreeHead.Newest(store.Database, cancellation))?.Size ?? 0;
        var leaves = events.Select(row => (row.Sequence, EventLine.Hash(row))).ToList();
        var (statements, root) = await new LogTiles(store.Database).Append(size, leaves, cancellation);
        return [.. statements, TreeHead.Sign(key, size + leaves.Count, root, events[^1].Sequence, time.GetUtcNow()).Insert()];
    }
}
