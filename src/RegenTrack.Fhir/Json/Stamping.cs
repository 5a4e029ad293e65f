using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RegenTrack.Fhir.Json;

/// <summary>Writes a stored resource with the version and instant that its server gave it, without reading more of it than its outermost members.</summary>
public static class Stamping
{
    /// <param name="resource">A resource as UTF-8 JSON whose <c>meta</c>, when there is one, has no <c>versionId</c> and no <c>lastUpdated</c>.</param>
    public static void WriteStamped(this IBufferWriter<byte> output, ReadOnlySpan<byte> resource, long version, DateTimeOffset updated)
    {
        var (at, inMeta, isEmpty) = Place(resource);
        output.Write(resource[..at]);
        Span<byte> stamp = stackalloc byte[128];
        var head = inMeta ? "\"versionId\":\""u8 : ",\"meta\":{\"versionId\":\""u8;
        head.CopyTo(stamp);
        var length = head.Length;
        version.TryFormat(stamp[length..], out var written, default, CultureInfo.InvariantCulture);
        length += written;
        length += Put(stamp[length..], "\",\"lastUpdated\":\""u8);
        length += Encoding.UTF8.GetBytes(Building.Instant(updated), stamp[length..]);
        length += Put(stamp[length..], !inMeta ? "\"}"u8 : isEmpty ? "\""u8 : "\","u8);
        output.Write(stamp[..length]);
        output.Write(resource[at..]);
    }

    /// <summary>The same as bytes of their own.</summary>
    public static byte[] Stamped(ReadOnlySpan<byte> resource, long version, DateTimeOffset updated)
    {
        var output = new ArrayBufferWriter<byte>(resource.Length + 128);
        output.WriteStamped(resource, version, updated);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A resource with an id of the server's own, and without what a server says of its version. The other members stay as they are written.</summary>
    /// <param name="resource">A resource as UTF-8 JSON, free of structural errors.</param>
    public static byte[] Identified(ReadOnlySpan<byte> resource, string id)
    {
        var output = new ArrayBufferWriter<byte>(resource.Length + id.Length + 16);
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            using var document = JsonDocument.Parse(resource.ToArray());
            writer.WriteStartObject();
            writer.WriteString("resourceType"u8, document.RootElement.GetProperty("resourceType"u8).GetString());
            writer.WriteString("id"u8, id);
            foreach (var member in document.RootElement.EnumerateObject().Where(member => member.Name is not ("resourceType" or "id")))
            {
                if (member.Name == "meta")
                    WriteMeta(writer, member.Value);
                else
                    Raw(writer, member);
            }

            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteMeta(Utf8JsonWriter writer, JsonElement meta)
    {
        var kept = meta.EnumerateObject().Where(member => member.Name.TrimStart('_') is not ("versionId" or "lastUpdated")).ToList();
        if (kept.Count == 0)
            return;
        writer.WriteStartObject("meta"u8);
        kept.ForEach(member => Raw(writer, member));
        writer.WriteEndObject();
    }

    private static void Raw(Utf8JsonWriter writer, JsonProperty member)
    {
        writer.WritePropertyName(member.Name);
        writer.WriteRawValue(member.Value.GetRawText(), skipInputValidation: true);
    }

    /// <summary>Behind the brace of <c>meta</c>, or else behind the value of <c>resourceType</c>.</summary>
    private static (int At, bool InMeta, bool IsEmpty) Place(ReadOnlySpan<byte> resource)
    {
        var reader = new Utf8JsonReader(resource);
        reader.Read();
        var typed = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isMeta, isType) = (reader.ValueTextEquals("meta"u8), reader.ValueTextEquals("resourceType"u8));
            reader.Read();
            if (isMeta)
            {
                var inside = (int)reader.BytesConsumed;
                reader.Read();
                return (inside, true, reader.TokenType == JsonTokenType.EndObject);
            }

            reader.Skip();
            typed = isType ? (int)reader.BytesConsumed : typed;
        }

        return (typed, false, false);
    }

    private static int Put(Span<byte> into, ReadOnlySpan<byte> text)
    {
        text.CopyTo(into);
        return text.Length;
    }
}
