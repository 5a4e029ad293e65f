using System.Security.Cryptography;
using Npgsql;

namespace RegenTrack.App.Attachments;

/// <summary>Files by the SHA-256 of their bytes. Events carry the hash, so that what was filed can be proved.</summary>
public sealed class AttachmentStore(NpgsqlDataSource database)
{
    public const string Table = """
        create table if not exists attachment (
            sha256 text primary key, media_type text not null, file_name text, length bigint not null,
            content bytea not null, stored_at timestamptz not null default now());
        alter table attachment alter column content set storage external;
        """;

    /// <summary>Stores bytes once; the same bytes again change nothing.</summary>
    public async Task<Attachment> Save(ReadOnlyMemory<byte> bytes, string mediaType, string? fileName, CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await using var insert = database.CreateCommand(
            "insert into attachment (sha256, media_type, file_name, length, content) values ($1, $2, $3, $4, $5) on conflict do nothing");
        foreach (var value in new object?[] { sha256, mediaType, fileName, (long)bytes.Length, bytes })
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        await insert.ExecuteNonQueryAsync(cancellation);
        return new Attachment(sha256, mediaType, bytes.Length, fileName);
    }

    /// <summary>The file of a hash, or null.</summary>
    public async Task<AttachmentContent?> Open(string sha256, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand("select media_type, length, file_name, content from attachment where sha256 = $1");
        select.Parameters.Add(new NpgsqlParameter { Value = sha256 });
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new AttachmentContent(
                new Attachment(sha256, reader.GetString(0), reader.GetInt64(1), await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetString(2)),
                reader.GetFieldValue<byte[]>(3))
            : null;
    }
}

/// <summary>A stored file.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Length">Bytes.</param>
public sealed record Attachment(string Sha256, string MediaType, long Length, string? FileName);

/// <summary>A stored file with its bytes.</summary>
public sealed record AttachmentContent(Attachment Attachment, ReadOnlyMemory<byte> Bytes);
