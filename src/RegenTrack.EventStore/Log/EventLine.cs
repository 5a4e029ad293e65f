using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RegenTrack.EventStore.Log;

/// <summary>
/// An event as one line of JSON: what is exported, and what its leaf of the log is the hash of. The members and their order are fixed for ever; <c>headers</c> and <c>data</c> stand as PostgreSQL spells them.
/// </summary>
public static class EventLine
{
    private static readonly JsonWriterOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The line, UTF-8, without a line end.</summary>
    public static byte[] Of(EventRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(512 + row.Data.Length);
        using (var json = new Utf8JsonWriter(buffer, Spelling))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence"u8, row.Sequence);
            json.WriteString("id"u8, row.Id);
            json.WriteString("stream"u8, row.StreamKey);
            json.WriteNumber("version"u8, row.Version);
            json.WriteString("type"u8, row.Type);
            Optional(json, "dotnetType"u8, row.DotNetType);
            json.WriteString("recordedAt"u8, row.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            Optional(json, "correlationId"u8, row.CorrelationId);
            Optional(json, "causationId"u8, row.CausationId);
            Optional(json, "user"u8, row.User);
            if (row.Headers is not null)
            {
                json.WritePropertyName("headers"u8);
                json.WriteRawValue(row.Headers, skipInputValidation: true);
            }

            json.WritePropertyName("data"u8);
            json.WriteRawValue(row.Data, skipInputValidation: true);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The row that a line says.</summary>
    /// <exception cref="FormatException">It is not such a line.</exception>
    public static EventRow Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new EventRow(
                root.GetProperty("sequence"u8).GetInt64(),
                root.GetProperty("id"u8).GetGuid(),
                root.GetProperty("stream"u8).GetString()!,
                root.GetProperty("version"u8).GetInt64(),
                root.GetProperty("type"u8).GetString()!,
                Text(root, "dotnetType"u8),
                root.GetProperty("recordedAt"u8).GetDateTime().ToUniversalTime(),
                Text(root, "correlationId"u8),
                Text(root, "causationId"u8),
                Text(root, "user"u8),
                root.TryGetProperty("headers"u8, out var headers) ? Raw(headers) : null,
                Raw(root.GetProperty("data"u8)));
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("Not an event line.", wrong);
        }
    }

    /// <summary>Leaf hash: SHA-256 of a zero byte and the line (RFC 9162, 2.1.1).</summary>
    public static byte[] Hash(EventRow row) => MerkleTree.Leaf(Of(row));

    private static byte[] Raw(JsonElement element) => System.Text.Encoding.UTF8.GetBytes(element.GetRawText());

    private static string? Text(JsonElement root, ReadOnlySpan<byte> name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void Optional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
