using System.Runtime.CompilerServices;
using Npgsql;

namespace RegenTrack.EventStore.Log;

/// <summary>Reads the leaves of the log from left to right.</summary>
internal sealed class LeafWalk(NpgsqlDataSource database)
{
    public async IAsyncEnumerable<(long Sequence, byte[] Hash)> Leaves(long size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select hashes, sequences from event_log_tile where level = 0 order by index"));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (size > 0 && await reader.ReadAsync(cancellation))
        {
            var (hashes, sequences) = (reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<long[]>(1));
            for (var index = 0; index < sequences.Length && size > 0; index++, size--)
            {
                yield return (sequences[index], hashes[(index * MerkleTree.HashSize)..((index + 1) * MerkleTree.HashSize)]);
            }
        }
    }
}
