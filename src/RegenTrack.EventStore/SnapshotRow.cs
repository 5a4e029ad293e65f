using Npgsql;

namespace RegenTrack.EventStore;

/// <summary>Where a stream stands, with its inline snapshot when it has one.</summary>
/// <param name="Version">Of the stream.</param>
/// <param name="Folded">Version that the snapshot was folded up to; smaller when events were appended blindly since.</param>
internal sealed record SnapshotRow(long Version, long Folded, string? Shape, byte[]? Data)
{
    private const string Columns = "select s.version, n.version, n.shape, n.data, s.id from mt_streams s left join stream_snapshot n on n.id = s.id where s.id ";

    public static NpgsqlBatchCommand Select(string key) => Sql.Command(Columns + "= $1", key);

    public static NpgsqlBatchCommand SelectAll(string[] keys) => Sql.Command(Columns + "= any($1)", (object)keys);

    public static async ValueTask<SnapshotRow?> Read(NpgsqlDataReader reader, CancellationToken cancellation) =>
        !await reader.ReadAsync(cancellation) ? null
        : reader.IsDBNull(1) ? new SnapshotRow(reader.GetInt64(0), 0, null, null)
        : new SnapshotRow(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3));

    public static async Task<Dictionary<string, SnapshotRow>> ReadAll(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, SnapshotRow>();
        while (await Read(reader, cancellation) is { } row)
        {
            rows.Add(reader.GetString(4), row);
        }

        return rows;
    }
}
