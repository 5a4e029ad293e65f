using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Patching;

/// <summary>One operation of a FHIRPath Patch as it is stated; what is absent is null.</summary>
internal sealed record FhirPathOperation(string Type, string Path, string? Name, JsonElement? Value, int? Index, int? Source, int? Destination)
{
    private static readonly string[] Known = ["type", "path", "name", "value", "index", "source", "destination"];

    /// <summary>The operation, or the name of the part that is missing, unknown, doubled or no such value.</summary>
    public static (FhirPathOperation? Operation, string Fault) Read(JsonElement parameter)
    {
        var parts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var part in parameter.Items("part"))
        {
            if (part.Text("name") is not { } name || Array.IndexOf(Known, name) < 0 || !parts.TryAdd(name, part))
                return (null, "part.name");
        }

        if (parameter.Text("name") != "operation")
            return (null, "name");
        var type = Text(parts, "type", "valueCode") ?? Text(parts, "type", "valueString");
        var missing = type switch
        {
            "add" => Missing("path", "name", "value"),
            "insert" => Missing("path", "index", "value"),
            "replace" => Missing("path", "value"),
            "delete" => Missing("path"),
            "move" => Missing("path", "source", "destination"),
            _ => "type",
        };
        if (missing is not null)
            return (null, missing);
        return (new FhirPathOperation(type!, Text(parts, "path", "valueString")!, Text(parts, "name", "valueString"), parts.TryGetValue("value", out var value) ? value : null,
            Number(parts, "index"), Number(parts, "source"), Number(parts, "destination")), "");

        string? Missing(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                var stated = name switch
                {
                    "value" => parts.ContainsKey(name),
                    "path" or "name" => Text(parts, name, "valueString") is not null,
                    _ => Number(parts, name) is not null,
                };
                if (!stated)
                    return name;
            }

            return null;
        }
    }

    private static string? Text(Dictionary<string, JsonElement> parts, string name, string property) => parts.TryGetValue(name, out var part) ? part.Text(property) : null;

    private static int? Number(Dictionary<string, JsonElement> parts, string name) =>
        parts.TryGetValue(name, out var part) && (part.Number("valueInteger") ?? part.Number("valueUnsignedInt") ?? part.Number("valuePositiveInt")) is { } number && number >= 0 ? (int)number : null;
}
