using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Tests.Guide;

/// <summary>The guide's compiled resources.</summary>
internal static class GuideResources
{
    public const string Base = "https://regentrack.example/fhir/";

    public static IReadOnlyList<JsonElement> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(GuideStep.Repository(), "fhir-profiles", "resources"), "*.json").Order(StringComparer.Ordinal).Select(file => JsonElement.Parse(File.ReadAllBytes(file)))];

    /// <summary>The concepts of one of our code systems: code to English and Korean.</summary>
    public static IReadOnlyDictionary<string, (string English, string Korean)> Codes(string id) =>
        All.Single(resource => resource.Text("url") == $"{Base}CodeSystem/{id}").Items("concept")
            .ToDictionary(concept => concept.Text("code")!, concept => (concept.Text("display")!, concept.Items("designation").Single().Text("value")!), StringComparer.Ordinal);
}
