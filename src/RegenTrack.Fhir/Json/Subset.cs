using System.Runtime.InteropServices;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Json;

/// <summary>A part of a resource's elements, marked as such: <c>_summary</c> and <c>_elements</c>.</summary>
public sealed class Subset
{
    private readonly TypeDefinition type;
    private readonly Func<Element, bool> keeps;
    private readonly bool inside;

    private Subset(TypeDefinition type, Func<Element, bool> keeps, bool inside = false)
    {
        this.type = type;
        this.keeps = keeps;
        this.inside = inside;
    }

    /// <summary>What the definitions mark as summary, down into nested elements.</summary>
    public static Subset Summary(string type) => new(Type(type), element => element.IsSummary, inside: true);

    /// <summary>The narrative and what must not be absent.</summary>
    public static Subset Text(string type) => new(Type(type), element => element.Name is "text" or "id" || element.Min > 0);

    /// <summary>Everything but the narrative.</summary>
    public static Subset Data(string type) => new(Type(type), element => element.Name != "text");

    /// <summary>The named elements, and those without which the resource would be wrong or mean something else.</summary>
    public static Subset Elements(string type, IReadOnlyCollection<string> names) =>
        new(Type(type), element => element.Name == "id" || element.Min > 0 || element.IsModifier || names.Contains(element.Name));

    /// <summary>Whether a type has an element of this name (a choice without its type: <c>value</c>).</summary>
    public static bool HasElement(string type, string name) => Type(type).Elements.Any(element => element.Name == name);

    /// <param name="resource">Of the type, free of structural errors.</param>
    public void Write(JsonElement resource, Utf8JsonWriter output)
    {
        output.WriteStartObject();
        output.WriteString("resourceType"u8, type.Name);
        WriteMeta(resource.At("meta"), output);
        WriteMembers(resource, type, output);
        output.WriteEndObject();
    }

    private static TypeDefinition Type(string name) => R4.Definitions.Find(name) ?? throw new ArgumentException($"The definitions do not hold {name}.", nameof(name));

    private void WriteMembers(JsonElement element, TypeDefinition of, Utf8JsonWriter output)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (of.Of(member) is not { } property || (of == type && property.Element.Name == "meta") || !keeps(property.Element))
                continue;
            output.WritePropertyName(member.Name);
            if (inside && !property.IsShadow && property.Format is null && property.Type.Kind == TypeKind.Backbone)
                WriteNested(member.Value, property.Type, output);
            else
                WriteRaw(member.Value, output);
        }
    }

    private void WriteNested(JsonElement value, TypeDefinition of, Utf8JsonWriter output)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            output.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                WriteNested(item, of, output);
            output.WriteEndArray();
            return;
        }

        output.WriteStartObject();
        WriteMembers(value, of, output);
        output.WriteEndObject();
    }

    private static void WriteMeta(JsonElement? meta, Utf8JsonWriter output)
    {
        output.WriteStartObject("meta"u8);
        foreach (var member in meta?.EnumerateObject().AsEnumerable() ?? [])
        {
            if (member.NameEquals("tag"u8))
                continue;
            output.WritePropertyName(member.Name);
            WriteRaw(member.Value, output);
        }

        output.WriteStartArray("tag"u8);
        foreach (var tag in meta?.Items("tag") ?? [])
            WriteRaw(tag, output);
        output.WriteStartObject();
        output.WriteString("system"u8, "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"u8);
        output.WriteString("code"u8, "SUBSETTED"u8);
        output.WriteEndObject();
        output.WriteEndArray();
        output.WriteEndObject();
    }

    private static void WriteRaw(JsonElement value, Utf8JsonWriter output) => output.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
}
