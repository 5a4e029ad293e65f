using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Checking;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Patching;

/// <summary>Where an element stands: the object that holds it, its property there, and its position when it repeats.</summary>
internal sealed record PatchPlace(JsonObject Holder, Property Property, TypeDefinition Owner, int? Index, int Depth)
{
    /// <summary>The place of an element that was selected from a document, in the same document as nodes; null for the document itself and for what is not in it.</summary>
    public static PatchPlace? Of(ReadOnlySpan<byte> document, JsonElement element, JsonNode root) =>
        element.ValueKind != JsonValueKind.Undefined && document.Overlaps(JsonMarshal.GetRawUtf8Value(element), out var offset) && StepsTo(document, offset) is { Count: > 0 } steps
            ? Follow(root, steps) : null;

    /// <summary>The names and positions that lead to the value that begins at an offset.</summary>
    private static List<(string? Name, int Index)>? StepsTo(ReadOnlySpan<byte> document, int offset)
    {
        var steps = new List<(string? Name, int Index)>();
        var tokens = new Tokens(document);
        while (tokens.Read() && tokens.Start <= offset)
        {
            switch (tokens.Type)
            {
                case JsonTokenType.PropertyName:
                    steps[^1] = (Encoding.UTF8.GetString(tokens.Value), -1);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    steps.RemoveAt(steps.Count - 1);
                    continue;
            }

            if (steps.Count > 0 && steps[^1].Name is null)
                steps[^1] = (null, steps[^1].Index + 1);
            if (tokens.Start == offset)
                return steps;
            if (tokens.Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
                steps.Add((tokens.Type == JsonTokenType.StartObject ? "" : null, -1));
        }

        return null;
    }

    private static PatchPlace? Follow(JsonNode root, List<(string? Name, int Index)> steps)
    {
        var (node, owner, place) = ((JsonNode?)root, PointerExpression.TypeOf(root), (PatchPlace?)null);
        for (var i = 0; i < steps.Count; i++)
        {
            if (node is not JsonObject holder || owner?.Find(Encoding.UTF8.GetBytes(steps[i].Name!)) is not { } property)
                return null;
            node = holder[property.Name];
            int? index = node is JsonArray && i + 1 < steps.Count ? steps[++i].Index : null;
            if (index is { } at)
                node = node![at];
            place = new PatchPlace(holder, property, owner, index, i + 1);
            owner = property.Format is not null ? null : property.IsResource ? PointerExpression.TypeOf(node) : property.Type;
        }

        // What stands beside a primitive stands for it.
        return place is { Property: { IsShadow: true } shadow } ? place with { Property = place.Owner.Find(shadow.Beside.Span)! } : place;
    }
}
