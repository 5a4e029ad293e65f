using System.Runtime.CompilerServices;

namespace RegenTrack.Fhir.Tests.Guide;

/// <summary>The folder <c>fhir-profiles</c> of this repository.</summary>
internal static class GuideFiles
{
    public static string Repository { get; } = Locate();

    public static string Folder { get; } = Path.Combine(Repository, "fhir-profiles");

    private static string Locate([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));
}
