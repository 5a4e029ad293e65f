using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Fhir.Tests.Guide;

/// <summary>Definitions of guides that others wrote, beside the repository.</summary>
internal static class OtherGuides
{
    public static Validator KrCore { get; } = With("krcore");

    public static Validator Cibmtr { get; } = With("fhir-cibmtr/conformance");

    private static Validator With(string folder) => new(Catalogue.R4.With(Files(folder).Select(file => JsonElement.Parse(File.ReadAllBytes(file)))));

    /// <summary>The JSON files under a folder of the shared data, in a stable order.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(SharedData.PathOf(folder), "*.json").Order(StringComparer.Ordinal);
}
