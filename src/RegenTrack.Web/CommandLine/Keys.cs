using RegenTrack.Web.Database;

namespace RegenTrack.Web.CommandLine;

/// <summary>Where the keys are: outside the database, so that who can write the one cannot use the other. Several instances share the folder.</summary>
internal static class Keys
{
    public static string Folder => Environment.GetEnvironmentVariable("REGENTRACK_KEYS") is { Length: > 0 } named ? named : Path.Combine(RunningDatabase.Home, "keys");
}
