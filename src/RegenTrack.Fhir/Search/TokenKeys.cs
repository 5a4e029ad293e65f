using System.Text.Json;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.FhirPath.Values;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Search;

/// <summary>Tokens of the types that have some.</summary>
internal static class TokenKeys
{
    public static void Add(string parameter, PathItem item, List<SearchKey> keys)
    {
        switch (item.TypeName)
        {
            case "CodeableConcept":
                foreach (var coding in item.Element.Items("coding"))
                    AddCoding(parameter, coding, keys);
                if (Normal(item.Element, "text") is { } text)
                    keys.Add(new TokenKey(parameter, null, null, text));
                break;
            case "Coding":
                AddCoding(parameter, item.Element, keys);
                break;
            case "Identifier":
                if (Identifier(parameter, item.Element) is { } identifier)
                    keys.Add(identifier);
                break;
            case "ContactPoint":
                if (item.Element.Text("value") is { } value)
                    keys.Add(new TokenKey(parameter, null, value));
                break;
            default:
                if (item.Plain is StringItem or BooleanItem or NumberItem)
                    keys.Add(new TokenKey(parameter, null, item.Plain.ToString()));
                break;
        }
    }

    public static TokenKey? Identifier(string parameter, JsonElement identifier) =>
        identifier.Text("value") is { } value ? new TokenKey(parameter, identifier.Text("system"), value, Normal(identifier.At("type") ?? default, "text")) { Types = TypesOf(identifier) } : null;

    private static IReadOnlyList<(string? System, string Code)> TypesOf(JsonElement identifier) =>
        identifier.At("type") is null ? [] : [.. identifier.Items("type", "coding").Where(coding => coding.Text("code") is not null).Select(coding => (coding.Text("system"), coding.Text("code")!))];

    private static void AddCoding(string parameter, JsonElement coding, List<SearchKey> keys)
    {
        var (system, code, display) = (coding.Text("system"), coding.Text("code"), Normal(coding, "display"));
        if (code is not null || display is not null)
            keys.Add(new TokenKey(parameter, system, code, display));
    }

    private static string? Normal(JsonElement element, string property) =>
        element.Text(property) is { } text && SearchText.Normalise(text) is { Length: > 0 } normal ? normal : null;
}
