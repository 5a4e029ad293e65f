namespace RegenTrack.EventStore.Log;

/// <summary>Checks the whole database against its log and the log against its signed heads.</summary>
public static class LogVerification
{
    /// <param name="trusted">Public keys whose heads count.</param>
    /// <param name="kept">Heads that were kept outside the database, to be found in it again; may be empty.</param>
    /// <param name="progress">Told the number of events checked so far.</param>
    public static async Task<LogVerdict> Run(Store store, IReadOnlyList<LogKey> trusted, IReadOnlyList<TreeHead> kept, IProgress<long>? progress, CancellationToken cancellation)
    {
        var heads = await TreeHead.All(store.Database, cancellation);
        var newest = heads.Count == 0 ? null : heads[^1];
        if (Broken(heads, trusted, kept) is { } signature)
        {
            return new LogVerdict(newest, signature);
        }

        var tiles = new LeafWalk(store.Database);
        var tree = new RunningTree();
        var expected = new Queue<TreeHead>(heads);
        await using var events = store.Reader.Rows(long.MinValue, newest?.LastSequence ?? 0, cancellation).GetAsyncEnumerator(cancellation);
        var present = await events.MoveNextAsync() ? events.Current : null;
        await foreach (var leaf in tiles.Leaves(newest?.Size ?? 0, cancellation))
        {
            if (present is null || present.Sequence > leaf.Sequence)
            {
                return new LogVerdict(newest, new LogDamage(LogDamageKind.EventMissing, leaf.Sequence));
            }

            if (present.Sequence < leaf.Sequence)
            {
                return new LogVerdict(newest, new LogDamage(LogDamageKind.EventInserted, present.Sequence, present.StreamKey));
            }

            if (!EventLine.Hash(present).AsSpan().SequenceEqual(leaf.Hash))
            {
                return new LogVerdict(newest, new LogDamage(LogDamageKind.EventAltered, present.Sequence, present.StreamKey));
            }

            tree.Add(leaf.Hash);
            while (expected.TryPeek(out var head) && head.Size == tree.Size)
            {
                if (!tree.Root().AsSpan().SequenceEqual(expected.Dequeue().Root))
                {
                    return new LogVerdict(newest, new LogDamage(LogDamageKind.LogAltered, leaf.Sequence));
                }
            }

            if (tree.Size % 1000 == 0)
            {
                progress?.Report(tree.Size);
            }

            present = await events.MoveNextAsync() ? events.Current : null;
        }

        progress?.Report(tree.Size);
        return present is not null ? new LogVerdict(newest, new LogDamage(LogDamageKind.EventInserted, present.Sequence, present.StreamKey))
            : tree.Size < (newest?.Size ?? 0) ? new LogVerdict(newest, new LogDamage(LogDamageKind.LogAltered, newest!.LastSequence))
            : new LogVerdict(newest, null);
    }

    private static LogDamage? Broken(IReadOnlyList<TreeHead> heads, IReadOnlyList<LogKey> trusted, IReadOnlyList<TreeHead> kept)
    {
        foreach (var head in heads)
        {
            if (!trusted.Any(head.IsSignedBy))
            {
                return new LogDamage(LogDamageKind.HeadNotSigned, head.LastSequence);
            }
        }

        var byRoot = heads.ToDictionary(head => head.Size);
        foreach (var head in kept)
        {
            if (!byRoot.TryGetValue(head.Size, out var found) || !found.Root.AsSpan().SequenceEqual(head.Root))
            {
                return new LogDamage(LogDamageKind.HeadGone, head.LastSequence);
            }
        }

        return null;
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Newest">The newest head of the database; null while nothing is sealed.</param>
/// <param name="Damage">The first thing that is wrong; null when all is as signed.</param>
public sealed record LogVerdict(TreeHead? Newest, LogDamage? Damage);

/// <param name="Sequence">Of the event, or of the last event that the damaged part of the log covers.</param>
/// <param name="StreamKey">Where the event stands now, if it stands anywhere.</param>
public sealed record LogDamage(LogDamageKind Kind, long Sequence, string? StreamKey = null);

public enum LogDamageKind
{
    EventAltered,
    EventMissing,
    EventInserted,
    LogAltered,
    HeadNotSigned,
    HeadGone,
}
