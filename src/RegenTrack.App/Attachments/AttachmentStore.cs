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

    /// <summary>Stores bytes once; the same bytes again change nothing. For a file that is there before anything refers to it.</summary>
    public async Task<Attachment> Save(ReadOnlyMemory<byte> bytes, string mediaType, string? fileName, CancellationToken cancellation)
    {
        var file = new NewFile(bytes, mediaType, fileName);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(file.Row());
        await batch.ExecuteNonQueryAsync(cancellation);
        return file.Attachment;
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
