using System.Text.Json.Nodes;

namespace RegenTrack.Fhir.Json;

/// <summary>The data types of R4 as JSON nodes, for <c>using static</c>. Leave out what is null: <see cref="Writing"/> prunes nulls and what they leave empty.</summary>
public static class Building
{
    /// <summary>A resource with its id and, when given, its version and last update.</summary>
    public static JsonObject Resource(string type, string? id = null, long? version = null, DateTimeOffset? updated = null) => new()
    {
        ["resourceType"] = type,
        ["id"] = id,
        ["meta"] = version is null && updated is null ? null : new JsonObject
        {
            ["versionId"] = version?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["lastUpdated"] = updated is { } instant ? Instant(instant) : null,
        },
    };

    /// <summary>An array without its nulls.</summary>
    public static JsonArray Many(params IEnumerable<JsonNode?> nodes) => new([.. nodes.Where(node => node is not null)]);

    public static JsonObject Identifier(string system, string value) => new() { ["system"] = system, ["value"] = value };

    public static JsonObject Coding(string system, string code, string? display = null) =>
        new() { ["system"] = system, ["code"] = code, ["display"] = display };

    /// <summary>A CodeableConcept of one coding.</summary>
    public static JsonObject Concept(string system, string code, string? display = null, string? text = null) =>
        new() { ["coding"] = Many(Coding(system, code, display)), ["text"] = text };

    /// <summary>A CodeableConcept of text only.</summary>
    public static JsonObject Text(string text) => new() { ["text"] = text };

    /// <summary>A relative reference, e.g. <c>Task/task-1</c>.</summary>
    public static JsonObject Reference(string type, string id, string? display = null) =>
        new() { ["reference"] = $"{type}/{id}", ["display"] = display };

    /// <summary>A reference by identifier to something that has no address here.</summary>
    public static JsonObject ReferenceBy(string system, string value, string? type = null) =>
        new() { ["type"] = type, ["identifier"] = Identifier(system, value) };

    /// <summary>An extension; <paramref name="property"/> is e.g. <c>valueString</c>.</summary>
    public static JsonObject Extension(string url, string property, JsonNode? value) => new() { ["url"] = url, [property] = value };

    public static JsonObject Period(string? start, string? end) => new() { ["start"] = start, ["end"] = end };

    /// <summary>A UCUM quantity; the decimal keeps its digits (1.50 stays 1.50).</summary>
    public static JsonObject Quantity(decimal value, string ucum, string? unit = null) => new()
    {
        ["value"] = value,
        ["unit"] = unit ?? ucum,
        ["system"] = "http://unitsofmeasure.org",
        ["code"] = ucum,
    };

    /// <summary>A date (day of law) as FHIR writes it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An instant in UTC with milliseconds; fits instant and dateTime.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
