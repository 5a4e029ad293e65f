using System.Security.Cryptography;
using Npgsql;

namespace RegenTrack.App.Attachments;

/// <summary>Bytes that are to be kept.</summary>
/// <param name="mediaType">As the sender said.</param>
public sealed class NewFile(ReadOnlyMemory<byte> bytes, string mediaType, string? fileName)
{
    public Attachment Attachment { get; } = new(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), mediaType, bytes.Length, fileName);

    public ReadOnlyMemory<byte> Bytes => bytes;

    internal NpgsqlBatchCommand Row()
    {
        var insert = new NpgsqlBatchCommand("insert into attachment (sha256, media_type, file_name, length, content) values ($1, $2, $3, $4, $5) on conflict do nothing");
        foreach (var value in new object?[] { Attachment.Sha256, mediaType, fileName, Attachment.Length, bytes })
            insert.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return insert;
    }
}
