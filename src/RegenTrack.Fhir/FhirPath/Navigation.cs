using System.Runtime.InteropServices;
using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath;

/// <summary>Steps from an element to its children of a name.</summary>
internal static class Navigation
{
    // Trying every property of a choice is faster than looking at all properties, up to a few.
    private const int FewChoices = 4;

    public static Items Children(ElementItem item, ElementStep step)
    {
        var found = new Collecting();
        if (item.Properties.ValueKind == JsonValueKind.Object)
            Step(item, step, ref found);
        return found.Items;
    }

    private static void Step(ElementItem item, ElementStep step, ref Collecting found)
    {
        if (step.Choices.Length <= FewChoices)
        {
            foreach (var choice in step.Choices)
            {
                if (Read(item, choice, ref found))
                    return;
            }

            return;
        }

        foreach (var property in item.Properties.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            if (name.Length > 0 && name[0] == '_')
                name = name[1..];
            if (name.StartsWith(step.Prefix) && Choice(step, name) is { } choice && Read(item, choice, ref found))
                return;
        }
    }

    /// <summary>A step by the name of a JSON property, where no definition helps.</summary>
    public static void Step(ElementItem item, string name, ref Collecting found)
    {
        if (item.Properties.ValueKind == JsonValueKind.Object && item.Properties.TryGetProperty(name, out var value))
            Read(item, null, value, default, ref found);
    }

    /// <summary>The values of one property, with what stands beside them. False when there are none.</summary>
    public static bool Read(ElementItem item, StepChoice choice, ref Collecting found)
    {
        var properties = item.Properties;
        if (properties.ValueKind != JsonValueKind.Object)
            return false;
        var has = properties.TryGetProperty(choice.Property, out var value);
        JsonElement shadow = default;
        if (choice.Type.IsPrimitive)
            has |= properties.TryGetProperty(choice.Shadow, out shadow);
        if (has)
            Read(item, choice.Type, value, shadow, ref found);
        return has;
    }

    private static void Read(ElementItem item, FhirType? type, JsonElement value, JsonElement shadow, ref Collecting found)
    {
        if (value.ValueKind != JsonValueKind.Array && shadow.ValueKind != JsonValueKind.Array)
        {
            Add(item, type, value, shadow, ref found);
            return;
        }

        if (shadow.ValueKind != JsonValueKind.Array)
        {
            foreach (var one in value.EnumerateArray())
                Add(item, type, one, default, ref found);
            return;
        }

        var values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;
        var shadows = shadow.EnumerateArray();
        while (true)
        {
            var (hasValue, hasShadow) = (values.MoveNext(), shadows.MoveNext());
            if (!hasValue && !hasShadow)
                return;
            Add(item, type, hasValue ? values.Current : default, hasShadow ? shadows.Current : default, ref found);
        }
    }

    private static void Add(ElementItem item, FhirType? type, JsonElement value, JsonElement shadow, ref Collecting found)
    {
        if (value.ValueKind == JsonValueKind.Null)
            value = default;
        if (shadow.ValueKind == JsonValueKind.Null)
            shadow = default;
        if (value.ValueKind == JsonValueKind.Undefined && shadow.ValueKind == JsonValueKind.Undefined)
            return;
        var container = item.IsResource ? item : item.Container;
        found.Add(type is { HoldsResource: true } ? ElementItem.Resource(value, container) : new ElementItem(type, value, shadow, container));
    }

    private static StepChoice? Choice(ElementStep step, ReadOnlySpan<byte> name)
    {
        foreach (var choice in step.Choices)
        {
            if (name.SequenceEqual(choice.Property))
                return choice;
        }

        return null;
    }
}
