using System.Globalization;
using System.Text;
using Npgsql;

namespace RegenTrack.EventStore.Log;

/// <summary>A signed statement of what the log held.</summary>
/// <param name="Size">Number of leaves.</param>
/// <param name="Root">RFC 9162 root hash.</param>
/// <param name="LastSequence">Sequence of the last event in it.</param>
/// <param name="SignedAt">UTC, whole milliseconds.</param>
/// <param name="KeyId">SHA-256 of the signer's SubjectPublicKeyInfo, hex.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over <see cref="Text"/>, IEEE P1363.</param>
public sealed record TreeHead(long Size, byte[] Root, long LastSequence, DateTime SignedAt, string KeyId, byte[] Signature)
{
    private const string Columns = "select size, root, last_seq_id, signed_at, key_id, signature from event_log_head";

    /// <summary>What is signed: four lines of UTF-8, each ended by a line feed.</summary>
    public static byte[] Text(long size, byte[] root, long lastSequence, DateTime signedAt) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"regentrack-log-v1\n{size} {lastSequence}\n{Convert.ToBase64String(root)}\n{signedAt:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\n"));

    public bool IsSignedBy(LogKey key) => key.Id == KeyId && key.Verifies(Text(Size, Root, LastSequence, SignedAt), Signature);

    internal static TreeHead Sign(LogKey key, long size, byte[] root, long lastSequence, DateTimeOffset now)
    {
        var at = new DateTime(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        return new TreeHead(size, root, lastSequence, at, key.Id, key.Sign(Text(size, root, lastSequence, at)));
    }

    internal NpgsqlBatchCommand Insert() => Sql.Command(
        "insert into event_log_head (size, root, last_seq_id, signed_at, key_id, signature) values ($1, $2, $3, $4, $5, $6)", Size, Root, LastSequence, SignedAt, KeyId, Signature);

    /// <summary>The newest head, or null before the first event is sealed.</summary>
    public static async Task<TreeHead?> Newest(NpgsqlDataSource database, CancellationToken cancellation) =>
        await Select(database, $"{Columns} order by size desc limit 1", cancellation) is [var newest] ? newest : null;

    /// <summary>Every head that was kept, by size.</summary>
    public static Task<IReadOnlyList<TreeHead>> All(NpgsqlDataSource database, CancellationToken cancellation) => Select(database, $"{Columns} order by size", cancellation);

    private static async Task<IReadOnlyList<TreeHead>> Select(NpgsqlDataSource database, string sql, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var heads = new List<TreeHead>();
        while (await reader.ReadAsync(cancellation))
        {
            heads.Add(new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(2), reader.GetDateTime(3), reader.GetString(4), reader.GetFieldValue<byte[]>(5)));
        }

        return heads;
    }
}
