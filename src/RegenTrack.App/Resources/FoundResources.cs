using System.Buffers;
using System.Data.Common;

namespace RegenTrack.App.Resources;

/// <summary>Resources as they were found, in order. Their bodies lie in rented memory: dispose it when they are written.</summary>
public sealed class FoundResources : IDisposable
{
    private const int Chunk = 256 * 1024;

    /// <summary>A page ends early rather than hold more than this.</summary>
    private const long Most = 16 << 20;

    private readonly List<FoundResource> found = [];
    private readonly List<byte[]> chunks = [];
    private int used = Chunk;
    private long held;

    public int Count => found.Count;

    public bool IsFull => held >= Most;

    public FoundResource this[int index] => found[index];

    /// <summary>UTF-8 JSON without version and instant. Valid until disposal.</summary>
    public ReadOnlySpan<byte> Body(FoundResource resource) => chunks[resource.Chunk].AsSpan(resource.Offset, resource.Length);

    public void Dispose()
    {
        foreach (var chunk in chunks)
            ArrayPool<byte>.Shared.Return(chunk);
        chunks.Clear();
        found.Clear();
    }

    /// <summary>One that is derived rather than stored.</summary>
    /// <param name="body">UTF-8 JSON without version and instant.</param>
    public void Add(string type, string id, long version, DateTimeOffset updated, ReadOnlySpan<byte> body)
    {
        Room(body.Length);
        body.CopyTo(chunks[^1].AsSpan(used));
        found.Add(new FoundResource(type, id, version, updated, null, [], chunks.Count - 1, used, body.Length));
        used += body.Length;
        held += body.Length;
    }

    /// <summary>Columns: id, version, updated, body, value, refs.</summary>
    internal void Add(string type, DbDataReader row)
    {
        var length = (int)row.GetBytes(3, 0, null, 0, 0);
        Room(length);
        row.GetBytes(3, 0, chunks[^1], used, length);
        found.Add(new FoundResource(
            type,
            row.GetString(0),
            row.GetInt64(1),
            new DateTimeOffset(row.GetDateTime(2), TimeSpan.Zero),
            row.IsDBNull(4) ? null : row.GetDouble(4),
            row.IsDBNull(5) ? [] : row.GetFieldValue<string[]>(5),
            chunks.Count - 1,
            used,
            length));
        used += length;
        held += length;
    }

    /// <summary>Another body for one of them.</summary>
    internal void Replace(int index, ReadOnlySpan<byte> body)
    {
        Room(body.Length);
        body.CopyTo(chunks[^1].AsSpan(used));
        found[index] = found[index] with { Chunk = chunks.Count - 1, Offset = used, Length = body.Length };
        used += body.Length;
        held += body.Length;
    }

    private void Room(int length)
    {
        if (chunks.Count > 0 && used + length <= chunks[^1].Length)
            return;
        chunks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(Chunk, length)));
        used = 0;
    }
}

/// <summary>One of them.</summary>
/// <param name="Value">Of the span that it is ordered by.</param>
/// <param name="Refs">Where it points, when that was asked for.</param>
public sealed record FoundResource(string Type, string Id, long Version, DateTimeOffset Updated, double? Value, IReadOnlyList<string> Refs, int Chunk, int Offset, int Length)
{
    public PageEnd End => new(Id, Value, Updated);
}
