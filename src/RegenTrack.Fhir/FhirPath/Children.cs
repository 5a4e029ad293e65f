using System.Runtime.InteropServices;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath;

/// <summary>The child elements of an element, in the order of the JSON.</summary>
internal static class Children
{
    public static List<(string Name, ElementItem Item)> Of(ElementItem item, Evaluation evaluation)
    {
        var found = new List<(string Name, ElementItem Item)>();
        if (item.Properties.ValueKind != JsonValueKind.Object)
            return found;
        foreach (var property in item.Properties.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            if (name.SequenceEqual("resourceType"u8))
                continue;
            if (item.Type is { } type && Known(type, name) is { } known)
                Add(found, known, property, item);
            else if (item.Type is null)
                found.Add((property.Name, new ElementItem(null, property.Value, default, item)));
        }

        evaluation.Spend(found.Count + 1);
        return found;
    }

    private static Property? Known(FhirType type, ReadOnlySpan<byte> name) => (type.IsPrimitive ? FhirType.Find("Element")! : type).Definition.Find(name);

    /// <summary>A shadow stands for the element only when the value beside it is absent.</summary>
    private static void Add(List<(string Name, ElementItem Item)> found, Property known, JsonProperty property, ElementItem item)
    {
        var step = item.Type!.Step(known.Element.Name)!;
        var choice = step.Choices[known.Element.Types.IndexOf(known.IsShadow ? known.ValueType! : TypeOf(known))];
        if (known.IsShadow && item.Properties.TryGetProperty(choice.Property, out _))
            return;
        var collecting = new Collecting();
        Navigation.Read(item, choice, ref collecting);
        foreach (var child in collecting.Items)
            found.Add((step.Name, (ElementItem)child));
    }

    private static string TypeOf(Property known) =>
        known.Element.Types.Contains(known.TypeName) ? known.TypeName : '#' + known.TypeName;
}
