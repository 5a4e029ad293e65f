using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.EventStore.Log;

/// <summary>The tree in tiles of 256 hashes. Level 0 holds the leaves; each higher level holds the roots of the full tiles below it. Written tiles only ever grow to the right.</summary>
internal sealed class LogTiles(NpgsqlDataSource database)
{
    public const int Width = 256;
    private const int Bits = 8;
    private readonly Dictionary<(int Level, long Index), Tile> _tiles = [];

    /// <summary>A tile as stored; empty when there is none.</summary>
    public async Task<Tile> Get(int level, long index, CancellationToken cancellation)
    {
        if (_tiles.TryGetValue((level, index), out var known))
        {
            return known;
        }

        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Sql.Command("select hashes, sequences from event_log_tile where level = $1 and index = $2", (short)level, index));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return _tiles[(level, index)] = await reader.ReadAsync(cancellation)
            ? new Tile([.. reader.GetFieldValue<byte[]>(0)], reader.IsDBNull(1) ? [] : [.. reader.GetFieldValue<long[]>(1)])
            : new Tile([], []);
    }

    /// <summary>Adds leaves behind a tree of a size.</summary>
    /// <returns>The statements that store it, and the new root.</returns>
    public async Task<(IReadOnlyList<NpgsqlBatchCommand> Statements, byte[] Root)> Append(long size, IReadOnlyList<(long Sequence, byte[] Hash)> leaves, CancellationToken cancellation)
    {
        var touched = new HashSet<(int Level, long Index)>();
        foreach (var (sequence, hash) in leaves)
        {
            await Push(0, size++, hash, sequence, touched, cancellation);
        }

        var statements = touched.Select(place => Sql.Command(
            "insert into event_log_tile (level, index, hashes, sequences) values ($1, $2, $3, $4) on conflict (level, index) do update set hashes = excluded.hashes, sequences = excluded.sequences",
            (short)place.Level, place.Index, _tiles[place].Hashes.ToArray(), new NpgsqlParameter { Value = place.Level == 0 ? _tiles[place].Sequences.ToArray() : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint }));
        return ([.. statements], await Root(size, cancellation));
    }

    public Task<byte[]> Root(long size, CancellationToken cancellation) => size == 0 ? Task.FromResult(MerkleTree.Empty) : Range(0, size, cancellation);

    /// <summary>The root over leaves from a start on; the start is a multiple of the power of two at or above the count.</summary>
    public async Task<byte[]> Range(long start, long count, CancellationToken cancellation)
    {
        if (long.IsPow2(count))
        {
            return await Perfect((int)long.Log2(count), start / count, cancellation);
        }

        var left = MerkleTree.Split(count);
        var (before, after) = (await Range(start, left, cancellation), await Range(start + left, count - left, cancellation));
        return MerkleTree.Node(before, after);
    }

    private async Task<byte[]> Perfect(int height, long index, CancellationToken cancellation)
    {
        var first = index << (height % Bits);
        var tile = await Get(height / Bits, first / Width, cancellation);
        return tile.Root((int)(first % Width), 1 << (height % Bits));
    }

    private async Task Push(int level, long position, byte[] hash, long? sequence, HashSet<(int Level, long Index)> touched, CancellationToken cancellation)
    {
        var index = position / Width;
        var tile = await Get(level, index, cancellation);
        tile.Hashes.AddRange(hash);
        if (sequence is not null)
        {
            tile.Sequences.Add(sequence.Value);
        }

        touched.Add((level, index));
        if (tile.Count == Width)
        {
            await Push(level + 1, index, tile.Root(0, Width), null, touched, cancellation);
        }
    }

    /// <param name="Hashes">One after another.</param>
    /// <param name="Sequences">Of the events, at level 0.</param>
    internal sealed record Tile(List<byte> Hashes, List<long> Sequences)
    {
        public int Count => Hashes.Count / MerkleTree.HashSize;

        /// <summary>Over a power of two of its hashes.</summary>
        public byte[] Root(int first, int count) => MerkleTree.Perfect(CollectionsMarshal.AsSpan(Hashes).Slice(first * MerkleTree.HashSize, count * MerkleTree.HashSize));
    }
}
