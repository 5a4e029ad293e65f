using System.Text.Json;
using System.Text.Json.Nodes;

namespace RegenTrack.Fhir.Patching;

/// <summary>What makes a resource the one that it is. Documents that are no resources have none.</summary>
internal sealed class Identity
{
    private static readonly string[] Names = ["resourceType", "id", "_id"];

    private readonly JsonNode?[]? parts;

    public Identity(JsonNode? root)
    {
        if (root is JsonObject resource && resource["resourceType"]?.GetValueKind() == JsonValueKind.String)
            parts = [.. Names.Select(name => resource[name]?.DeepClone())];
    }

    public bool IsKeptBy(JsonNode? root) =>
        parts is null || (root is JsonObject resource && Names.Zip(parts).All(part => JsonNode.DeepEquals(resource[part.First], part.Second)));
}
