using System.Text;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Patching;

/// <summary>A place in a resource as FHIRPath.</summary>
internal static class PointerExpression
{
    /// <summary>As far as the definitions know the way; null for what is no resource. Names that they do not know are not repeated.</summary>
    public static string? Of(JsonNode? root, ReadOnlySpan<string> path)
    {
        if (TypeOf(root) is not { } type)
            return null;
        var text = new StringBuilder(type.Name);
        var node = root;
        for (var i = 0; i < path.Length; i++)
        {
            if (type?.Find(Encoding.UTF8.GetBytes(path[i])) is not { } property)
                break;
            text.Append('.').Append(property.Step);
            node = (node as JsonObject)?[path[i]];
            if (i + 1 < path.Length && node is JsonArray items && JsonPointer.Index(path[i + 1]) is { } index && index < items.Count)
            {
                text.Append('[').Append(path[++i]).Append(']');
                node = items[index];
            }

            type = property.Format is not null ? null : property.IsResource ? TypeOf(node) : property.Type;
        }

        return text.ToString();
    }

    /// <summary>The type that a resource states, or null.</summary>
    public static TypeDefinition? TypeOf(JsonNode? resource) =>
        resource.Text("resourceType") is { } name && R4.Definitions.Find(name) is { Kind: TypeKind.Resource } type ? type : null;
}
