using Npgsql;

namespace RegenTrack.EventStore;

/// <summary>A stored inline snapshot.</summary>
internal sealed record SnapshotRow(long Version, string Shape, string Data)
{
    public static NpgsqlBatchCommand Select(string key) =>
        EventSession.Command("select version, shape, data from stream_snapshot where id = $1", key);

    public static NpgsqlBatchCommand SelectAll(string[] keys) =>
        EventSession.Command("select version, shape, data, id from stream_snapshot where id = any($1)", (object)keys);

    public static async Task<SnapshotRow?> Read(NpgsqlDataReader reader, CancellationToken cancellation) =>
        await reader.ReadAsync(cancellation) ? new SnapshotRow(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)) : null;

    public static async Task<Dictionary<string, SnapshotRow>> ReadAll(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, SnapshotRow>();
        while (await Read(reader, cancellation) is { } row)
        {
            rows.Add(reader.GetString(3), row);
        }

        return rows;
    }
}
