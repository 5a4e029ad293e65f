namespace RegenTrack.Tests.Trials;

/// <summary>The registry records beside the repository. Their absence is a failure with a name, never a silent pass.</summary>
internal static class RegistryFiles
{
    public static string Folder { get; } = Find();

    public static IEnumerable<string> Of(string shape, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Folder, shape), pattern).Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path));

    public static byte[] Bytes(string shape, string file) => File.ReadAllBytes(Path.Combine(Folder, shape, file));

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RegenTrack.sln")))
            folder = folder.Parent;
        string data = Path.GetFullPath(Path.Combine(folder?.FullName ?? ".", "..", "shared", "data", "ctgov"));
        return Directory.Exists(data) ? data : throw new DirectoryNotFoundException($"The registry records that these tests read are absent: {data}");
    }
}
