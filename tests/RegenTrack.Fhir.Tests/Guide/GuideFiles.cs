using System.Runtime.CompilerServices;
using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Tests.Guide;

/// <summary>The folder <c>fhir-profiles</c> of this repository.</summary>
internal static class GuideFiles
{
    public static string Repository { get; } = Locate();

    public static string Folder { get; } = Path.Combine(Repository, "fhir-profiles");

    /// <summary>The compiled resources.</summary>
    public static IReadOnlyList<JsonElement> Resources { get; } = [.. Json("resources").Select(file => JsonElement.Parse(File.ReadAllBytes(file)))];

    /// <summary>The profiles, without extensions.</summary>
    public static IReadOnlyList<JsonElement> Profiles { get; } = [.. Resources.Where(one => one.Text("resourceType") == "StructureDefinition" && one.Text("type") != "Extension")];

    /// <summary>The example files of a profile, by the start of their names.</summary>
    public static IEnumerable<string> Examples(string profile, string kind) => Json(Path.Combine("examples", profile)).Where(file => Path.GetFileName(file).StartsWith(kind, StringComparison.Ordinal));

    private static IEnumerable<string> Json(string folder) => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json").Order(StringComparer.Ordinal);

    private static string Locate([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));
}
