using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace RegenTrack.Fhir.Json;

/// <summary>One entry of a Bundle whose resource is stored as bytes.</summary>
/// <param name="Resource">A resource as it was checked and stored; it is written as it is.</param>
/// <param name="SearchMode">match or include; null outside of searches.</param>
public readonly record struct StoredEntry(string FullUrl, ReadOnlyMemory<byte> Resource, string? SearchMode = null);

/// <summary>Writes Bundles around stored bytes, without reading them again.</summary>
public static class Splicing
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    /// <param name="type">E.g. searchset or history.</param>
    /// <param name="links">Relation and address.</param>
    public static void WriteBundle(IBufferWriter<byte> output, string type, long? total, IEnumerable<(string Relation, string Url)> links, IEnumerable<StoredEntry> entries)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        writer.WriteString("resourceType"u8, "Bundle"u8);
        writer.WriteString("type"u8, type);
        if (total is { } count)
            writer.WriteNumber("total"u8, count);
        Array(writer, "link"u8, links, static (writer, link) =>
        {
            writer.WriteString("relation"u8, link.Relation);
            writer.WriteString("url"u8, link.Url);
        });
        Array(writer, "entry"u8, entries, static (writer, entry) =>
        {
            writer.WriteString("fullUrl"u8, entry.FullUrl);
            writer.WritePropertyName("resource"u8);
            writer.WriteRawValue(entry.Resource.Span, skipInputValidation: true);
            if (entry.SearchMode is not { } mode)
                return;
            writer.WriteStartObject("search"u8);
            writer.WriteString("mode"u8, mode);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    /// <summary>An array of objects; nothing when there are none, for FHIR knows no empty arrays.</summary>
    private static void Array<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any)
                writer.WriteStartArray(name);
            any = true;
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        if (any)
            writer.WriteEndArray();
    }
}
