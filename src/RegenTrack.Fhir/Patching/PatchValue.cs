using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Patching;

/// <summary>A value that a patch brings: as a data type, as a resource, or as the parts of an element that has no data type of its own.</summary>
/// <param name="Shadow">What stands beside a primitive.</param>
internal sealed record PatchValue(JsonNode? Node, JsonNode? Shadow, string Type)
{
    private static readonly TypeDefinition Parameter = R4.Definitions.Find("Parameters.parameter")!;

    /// <summary>The value of a parameter for an element of a type; null when it has none, or not one that the element may have.</summary>
    public static PatchValue? Of(JsonElement parameter, TypeDefinition owner, Element element)
    {
        if (parameter.At("part") is { } parts)
            return element.IsChoice || Property(owner, element, null) is not { Format: null, IsResource: false } target ? null : Built(parts, target);
        if (parameter.At("resource") is { } resource)
            return Property(owner, element, null) is { IsResource: true } ? new PatchValue(PatchJson.Node(resource), null, "Resource") : null;
        var found = new PatchValue(null, null, "");
        foreach (var member in parameter.EnumerateObject())
        {
            if (Parameter.Of(member) is not { Element.Name: "value" } property)
                continue;
            var node = PatchJson.Node(member.Value);
            found = property.IsShadow ? found with { Shadow = node, Type = property.ValueType! } : found with { Node = node, Type = property.TypeName };
        }

        return found.Type.Length > 0 && Property(owner, element, found.Type) is not null ? found : null;
    }

    /// <summary>The JSON property of an element for a value of a type, or null when the element may not have it.</summary>
    public static Property? Property(TypeDefinition owner, Element element, string? type)
    {
        if (element.IsChoice)
            return type is null || !element.Types.Contains(type) ? null : owner.Find(Encoding.UTF8.GetBytes(element.Name + char.ToUpperInvariant(type[0]) + type[1..]));
        var only = owner.Find(Encoding.UTF8.GetBytes(element.Name));
        // That a text is a code or a date, the check of the result tells.
        return only is null || type is null || only.TypeName == type || only.ValueType == type || (only.Format is not null && Primitive.Formats.ContainsKey(type))
            || (type == "Quantity" && R4.Definitions.Find(only.TypeName)?.BaseName == "Quantity") ? only : null;
    }

    private static PatchValue? Built(JsonElement parts, Property target)
    {
        var built = new JsonObject();
        foreach (var part in parts.EnumerateArray())
        {
            if (part.Text("name") is not { } name || target.Type.Elements.FirstOrDefault(one => one.Name == name) is not { } element || Of(part, target.Type, element) is not { } value)
                return null;
            var list = new PatchList(built, Property(target.Type, element, value.Type.Length == 0 ? null : value.Type)!.Name);
            if (element.Repeats)
                list.Insert(list.Count, value);
            else if (list.IsThere)
                return null;
            else
                list.Set(value);
        }

        return built.Count == 0 ? null : new PatchValue(built, null, "");
    }
}
