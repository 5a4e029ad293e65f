using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace RegenTrack.Fhir.Json;

/// <summary>Writes built nodes as FHIR JSON: without nulls, empty arrays and empty objects, Korean as it is.</summary>
public static class Writing
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly JsonSerializerOptions Pretty = new(Compact) { WriteIndented = true };

    public static byte[] ToFhir(this JsonNode node, bool pretty = false)
    {
        Prune(node);
        return JsonSerializer.SerializeToUtf8Bytes(node, pretty ? Pretty : Compact);
    }

    private static bool Prune(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return true;
            case JsonObject properties:
                foreach (var name in properties.Where(property => Prune(property.Value)).Select(property => property.Key).ToList())
                    properties.Remove(name);
                return properties.Count == 0;
            case JsonArray items:
                foreach (var item in items)
                    Prune(item);
                return items.Count == 0;
            default:
                return false;
        }
    }
}
