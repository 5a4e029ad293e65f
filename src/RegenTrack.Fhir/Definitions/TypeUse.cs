using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Definitions;

/// <summary>A type that an element may have.</summary>
/// <param name="Profiles">Of which its value must fit one, when there are any.</param>
/// <param name="Targets">What a reference may point at: profiles, of which one must fit.</param>
/// <param name="Aggregation">How it may point: contained, referenced, bundled; empty means any.</param>
internal sealed record TypeUse(string Code, ImmutableArray<string> Profiles, ImmutableArray<string> Targets, ImmutableArray<string> Aggregation)
{
    private const string FhirType = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";

    public static TypeUse Read(JsonElement line) => new(
        line.ExtensionText(FhirType) ?? line.Text("code") ?? "",
        [.. line.Items("profile").Select(one => Catalogue.Unversioned(one.GetString()!))],
        [.. line.Items("targetProfile").Select(one => Catalogue.Unversioned(one.GetString()!))],
        [.. line.Items("aggregation").Select(one => one.GetString()!)]);
}
