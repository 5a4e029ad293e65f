using System.Globalization;
using System.Text.Json;

namespace RegenTrack.Fhir.Json;

/// <summary>Reads the elements that a door needs from a checked resource. What is absent is null or empty, never an exception.</summary>
public static class Reading
{
    /// <summary>The element at a path of property names, or null.</summary>
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind == JsonValueKind.Null ? null : element;
    }

    /// <summary>The string at a path, or null; null also for what is no text (a lone surrogate).</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        try
        {
            return element.At(path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The decimal at a path, or null. Its digits are kept (1.50 has scale 2).</summary>
    public static decimal? Number(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) ? number : null;

    /// <summary>The boolean at a path, or null.</summary>
    public static bool? Flag(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path)?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>The day of a date or dateTime at a path as it is written, or null when it is absent or less precise than a day.</summary>
    public static DateOnly? Day(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.Text(path) is { Length: >= 10 } text && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The instant of a dateTime or instant with a time of day at a path, or null.</summary>
    public static DateTimeOffset? Instant(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.Text(path) is { Length: > 10 } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime() : null;

    /// <summary>The items of a repeating element.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The items of a repeating element with their positions, for locating issues.</summary>
    public static IEnumerable<(int Index, JsonElement Item)> Indexed(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.Items(path).Select((item, index) => (index, item));

    /// <summary>The value of the resource's identifier in a system (<c>identifier</c> may repeat or not), or null.</summary>
    public static string? IdentifierIn(this JsonElement resource, string system) =>
        resource.At("identifier") switch
        {
            { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().FirstOrDefault(one => one.Text("system") == system).Text("value"),
            { ValueKind: JsonValueKind.Object } one when one.Text("system") == system => one.Text("value"),
            _ => null,
        };

    /// <summary>The code of a CodeableConcept (or Coding) in a system, or null.</summary>
    public static string? CodeIn(this JsonElement? concept, string system) =>
        concept is not { } value ? null
        : value.Text("system") == system ? value.Text("code")
        : value.Items("coding").FirstOrDefault(coding => coding.Text("system") == system).Text("code");

    /// <summary>The code at a path of property names in a system, or null.</summary>
    public static string? CodeIn(this JsonElement element, string system, params ReadOnlySpan<string> path) => element.At(path).CodeIn(system);

    /// <summary>The first extension with a url, or null.</summary>
    public static JsonElement? ExtensionAt(this JsonElement element, string url) =>
        element.ExtensionsAt(url).Select(extension => (JsonElement?)extension).FirstOrDefault();

    /// <summary>The extensions with a url.</summary>
    public static IEnumerable<JsonElement> ExtensionsAt(this JsonElement element, string url) =>
        element.Items("extension").Where(extension => extension.Text("url") == url);

    /// <summary>The string of the first extension with a url, whatever its string-like type (valueString, valueCode, valueUri, valueDate ...), or null.</summary>
    public static string? ExtensionText(this JsonElement element, string url) =>
        element.ExtensionAt(url) is { } extension
            ? extension.EnumerateObject().FirstOrDefault(property => property.Name.StartsWith("value", StringComparison.Ordinal)).Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : null
            : null;

    /// <summary>The logical id that the Reference at a path gives for a type (<c>Type/id</c>, with or without base address or history), or null.</summary>
    public static string? ReferenceTo(this JsonElement element, string type, params ReadOnlySpan<string> path) =>
        element.Text([.. path, "reference"]) is { } reference ? IdIn(reference, type) : null;

    private static string? IdIn(string reference, string type)
    {
        var parts = reference.Split('/');
        var at = Array.LastIndexOf(parts, type);
        return at >= 0 && at + 1 < parts.Length && parts[at + 1].Length > 0 ? parts[at + 1] : null;
    }
}
