namespace RegenTrack.EventStore.Log;

/// <summary>A secret in a file of its own, readable by its owner alone.</summary>
public static class KeyFile
{
    /// <summary>The file's text; made when there is none. Of several that make it at once, one is first and all use that one.</summary>
    public static string Open(string file, Func<string> make)
    {
        if (File.Exists(file))
        {
            return File.ReadAllText(file);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var mine = $"{file}.{Environment.ProcessId}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(mine, options))
        {
            writer.Write(make());
        }

        try
        {
            File.Move(mine, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(mine);
        }

        return File.ReadAllText(file);
    }
}
