using RegenTrack.Web.Database;

namespace RegenTrack.Web.CommandLine;

/// <summary>How to call this program once more from where the person stands.</summary>
public static class OwnCommand
{
    private static readonly string Project = Path.GetFullPath(Path.Combine("src", "RegenTrack.Web"));

    /// <summary>The command on the same data, from wherever it is typed: <c>dotnet run</c> starts the program in another folder than the person's.</summary>
    public static string Text => $"REGENTRACK_HOME='{Path.GetFullPath(RunningDatabase.Home)}' " + Of(File.Exists(Path.Combine(Project, "RegenTrack.Web.csproj")) ? Project : null, Environment.ProcessPath, typeof(OwnCommand).Assembly.Location);

    /// <summary>The command for a place.</summary>
    /// <param name="project">The project's folder, when the program was started in its repository.</param>
    /// <param name="process">The running executable: the program itself, or <c>dotnet</c> that was given it.</param>
    /// <param name="assembly">The program's assembly file.</param>
    public static string Of(string? project, string? process, string assembly)
    {
        if (project is not null)
            return $"dotnet run --no-build --project '{project}' --";
        return Path.GetFileNameWithoutExtension(process) is null or "dotnet" ? $"dotnet '{assembly}'" : $"'{process}'";
    }
}
