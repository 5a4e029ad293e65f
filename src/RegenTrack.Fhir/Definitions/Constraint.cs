using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Definitions;

/// <summary>An invariant: a FHIRPath expression that must be true of an element.</summary>
/// <param name="Human">What it demands, in the words of its author.</param>
/// <param name="IsBestPractice">Whether it is advice only.</param>
internal sealed record Constraint(string Key, Severity Severity, string Human, string? Expression, bool IsBestPractice)
{
    public static Constraint Read(JsonElement line) => new(
        line.Text("key") ?? "",
        line.Text("severity") == "warning" ? Severity.Warning : Severity.Error,
        line.Text("human") ?? "",
        line.Text("expression"),
        line.ExtensionAt("http://hl7.org/fhir/StructureDefinition/elementdefinition-bestpractice") is not null);
}
