using Npgsql;

namespace RegenTrack.EventStore.Log;

/// <summary>Proofs that a third party checks with <see cref="MerkleTree"/>, or with any RFC 9162 program.</summary>
public sealed class LogProofs(NpgsqlDataSource database)
{
    private readonly LogTiles _tiles = new(database);

    /// <summary>Shows that an event is in the tree of a head; null when that tree does not hold it.</summary>
    public async Task<InclusionProof?> Inclusion(long sequence, TreeHead head, CancellationToken cancellation)
    {
        var index = await IndexOf(sequence, cancellation);
        return index is null || index >= head.Size ? null : new InclusionProof(index.Value, head.Size, await Path(index.Value, 0, head.Size, cancellation));
    }

    /// <summary>Shows that a later tree only added to an earlier one.</summary>
    public async Task<IReadOnlyList<byte[]>> Consistency(long earlier, long later, CancellationToken cancellation) =>
        earlier == 0 || earlier == later ? [] : await Addition(earlier, 0, later, true, cancellation);

    private async Task<long?> IndexOf(long sequence, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(
            "select index * 256 + array_position(sequences, $1) - 1 from event_log_tile where level = 0 and sequences[1] <= $1 order by index desc limit 1", sequence));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) && !reader.IsDBNull(0) ? reader.GetInt64(0) : null;
    }

    // PATH of RFC 9162, 2.1.3.1
    private async Task<List<byte[]>> Path(long leaf, long start, long count, CancellationToken cancellation)
    {
        if (count == 1)
        {
            return [];
        }

        var left = MerkleTree.Split(count);
        return leaf < left
            ? [.. await Path(leaf, start, left, cancellation), await _tiles.Range(start + left, count - left, cancellation)]
            : [.. await Path(leaf - left, start + left, count - left, cancellation), await _tiles.Range(start, left, cancellation)];
    }

    // SUBPROOF of RFC 9162, 2.1.4.1
    private async Task<List<byte[]>> Addition(long earlier, long start, long count, bool whole, CancellationToken cancellation)
    {
        if (earlier == count)
        {
            return whole ? [] : [await _tiles.Range(start, count, cancellation)];
        }

        var left = MerkleTree.Split(count);
        return earlier <= left
            ? [.. await Addition(earlier, start, left, whole, cancellation), await _tiles.Range(start + left, count - left, cancellation)]
            : [.. await Addition(earlier - left, start + left, count - left, false, cancellation), await _tiles.Range(start, left, cancellation)];
    }
}

/// <param name="Index">Of the leaf, from 0.</param>
/// <param name="Path">From the leaf up.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<byte[]> Path);
