using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace RegenTrack.Fhir.Patching;

/// <summary>JSON as nodes whose numbers keep their text.</summary>
internal static class PatchJson
{
    private const long BytesOfNode = 24;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>False for what is no JSON, has a property twice, or has texts that are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, int depth, out JsonNode? root)
    {
        root = null;
        if (!Utf8.IsValid(utf8))
            return false;
        try
        {
            root = JsonNode.Parse(utf8, null, new JsonDocumentOptions { MaxDepth = depth, AllowDuplicateProperties = false });
            // An escaped surrogate without its partner only shows when it is written.
            return utf8.IndexOf("\\u"u8) < 0 || Write(root).Length > 0;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A node of its own.</summary>
    public static JsonNode? Node(JsonElement element) => JsonNode.Parse(JsonMarshal.GetRawUtf8Value(element));

    public static byte[] Write(JsonNode? root) => JsonSerializer.SerializeToUtf8Bytes(root, Compact);

    /// <summary>The text of a property, or null when it has none.</summary>
    public static string? Text(this JsonNode? node, string property) =>
        node is JsonObject holder && holder.TryGetPropertyValue(property, out var value) && value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>How deep a node nests, and about how many bytes it takes; many small nodes cost more than their text.</summary>
    public static (int Depth, long Bytes) Measure(this JsonNode? node)
    {
        var (depth, bytes) = (0, BytesOfNode);
        switch (node)
        {
            case JsonObject properties:
                foreach (var (name, value) in properties)
                    Add(value, name.Length);
                return (depth + 1, bytes);
            case JsonArray items:
                foreach (var item in items)
                    Add(item, 0);
                return (depth + 1, bytes);
            case JsonValue value when value.TryGetValue<JsonElement>(out var element):
                return (0, bytes + JsonMarshal.GetRawUtf8Value(element).Length);
            default:
                return (0, bytes);
        }

        void Add(JsonNode? part, int more)
        {
            var (deep, size) = part.Measure();
            depth = Math.Max(depth, deep);
            bytes += size + more;
        }
    }
}
