using System.Runtime.CompilerServices;

namespace RegenTrack.Tests;

/// <summary>Real input that nobody on this project wrote, kept beside the repository. Absent data is a failure, not a skip.</summary>
internal static class SharedData
{
    public static string PathOf(string relative, [CallerFilePath] string source = "")
    {
        var repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", ".."));
        for (var folder = new DirectoryInfo(repository); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", relative);
            if (File.Exists(candidate) || Directory.Exists(candidate)) return candidate;
        }

        throw new FileNotFoundException($"shared/data/{relative} is not beside the repository: this test needs the shared input data.");
    }

    public static byte[] Bytes(string relative) => File.ReadAllBytes(PathOf(relative));

    public static string Text(string relative) => File.ReadAllText(PathOf(relative));

    public static string[] Lines(string relative) => File.ReadAllLines(PathOf(relative));
}
