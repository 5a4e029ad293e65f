using System.Text.Json;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Validation;

/// <summary>One value of an element.</summary>
/// <param name="Value">Undefined or null when a primitive has no value.</param>
/// <param name="Shadow">Id and extensions of a primitive (<c>_birthDate</c>); undefined when there are none.</param>
/// <param name="Index">Position in a repeating element, else -1.</param>
internal readonly record struct Item(JsonElement Value, JsonElement Shadow, TypeDefinition Owner, Property Property, int Index)
{
    public bool HasValue => Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>What to point at when something is wrong with it.</summary>
    public JsonElement Place => HasValue ? Value : Shadow;

    /// <summary>Adds all values of an element of an object.</summary>
    public static void Gather(JsonElement holder, TypeDefinition owner, Element element, List<Item> into)
    {
        foreach (var property in holder.EnumerateObject())
        {
            if (owner.Of(property) is not { } found || found.Element != element)
                continue;
            if (!found.IsShadow)
                Add(holder, owner, found, property.Value, into);
            else if (owner.Find(found.Beside.Span) is { } beside && !holder.TryGetProperty(found.Beside.Span, out _))
                AddShadows(owner, beside, property.Value, into);
        }
    }

    private static void Add(JsonElement holder, TypeDefinition owner, Property property, JsonElement value, List<Item> into)
    {
        JsonElement shadow = default;
        if (property.Format is not null)
            holder.TryGetProperty(property.Beside.Span, out shadow);
        if (value.ValueKind != JsonValueKind.Array)
        {
            into.Add(new Item(value, shadow, owner, property, -1));
            return;
        }

        var index = 0;
        var shadows = shadow.ValueKind == JsonValueKind.Array ? shadow.GetArrayLength() : 0;
        foreach (var one in value.EnumerateArray())
        {
            into.Add(new Item(one, index < shadows ? shadow[index] : default, owner, property, index));
            index++;
        }

        for (; index < shadows; index++)
            into.Add(new Item(default, shadow[index], owner, property, index));
    }

    private static void AddShadows(TypeDefinition owner, Property property, JsonElement shadow, List<Item> into)
    {
        if (shadow.ValueKind != JsonValueKind.Array)
        {
            into.Add(new Item(default, shadow, owner, property, -1));
            return;
        }

        var index = 0;
        foreach (var one in shadow.EnumerateArray())
            into.Add(new Item(default, one, owner, property, index++));
    }
}
