using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Values;

/// <summary>Strings of items.</summary>
internal static class Texts
{
    /// <summary>The string, or null for one that is no text (a lone surrogate).</summary>
    public static string? Of(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The string of the only item; null when there is none.</summary>
    /// <exception cref="FhirPathException">There are several, or it is no string.</exception>
    public static string? Text(this Items items, string what) => items.TrySingle(out var item, what) ? item.Text(what) : null;

    /// <summary>The string of an item; null for a primitive without a value.</summary>
    public static string? Text(this PathItem item, string what) => item switch
    {
        StringItem text => text.Value,
        ElementItem { Type: null or { IsPrimitive: true }, Element.ValueKind: JsonValueKind.String } element => Of(element.Element),
        ElementItem { Type: { IsPrimitive: true, System: SystemType.String }, Element.ValueKind: JsonValueKind.Undefined } => null,
        _ => throw FhirPathException.WrongType($"{what} needs a string, not {item.TypeName}."),
    };
}
