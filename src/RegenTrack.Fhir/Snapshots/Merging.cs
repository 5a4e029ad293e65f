using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Snapshots;

/// <summary>Puts what a differential says into a line of the snapshot.</summary>
internal static class Merging
{
    public static void Merge(JsonObject line, JsonElement change)
    {
        foreach (var member in change.EnumerateObject())
        {
            switch (member.Name)
            {
                case "id" or "path" or "base":
                    break;
                case "constraint" or "condition" or "alias" or "mapping" or "example":
                    Append(line, member.Name, member.Value);
                    break;
                default:
                    line[member.Name] = Node(member.Value);
                    break;
            }
        }
    }

    public static JsonNode Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value)!,
        JsonValueKind.Array => JsonArray.Create(value)!,
        _ => JsonValue.Create(value)!,
    };

    /// <summary>Adds what is not there yet; invariants are told apart by their keys.</summary>
    private static void Append(JsonObject line, string name, JsonElement added)
    {
        var kept = line[name] as JsonArray ?? [];
        foreach (var one in added.EnumerateArray())
        {
            var key = one.ValueKind == JsonValueKind.Object ? one.Text("key") : null;
            if (!kept.Any(other => key is not null ? (string?)other!["key"] == key : JsonElement.DeepEquals(JsonSerializer.SerializeToElement(other), one)))
                kept.Add(Node(one));
        }

        line[name] = kept;
    }
}
