namespace RegenTrack.Tests.Trials;

/// <summary>The registry records beside the repository.</summary>
internal static class RegistryFiles
{
    public static IEnumerable<string> Of(string shape, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(SharedData.PathOf("ctgov"), shape), pattern).Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path));

    public static byte[] Bytes(string shape, string file) => File.ReadAllBytes(Path.Combine(SharedData.PathOf("ctgov"), shape, file));
}
