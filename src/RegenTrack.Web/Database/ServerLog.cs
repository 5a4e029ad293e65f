namespace RegenTrack.Web.Database;

/// <summary>Reads the end of the server's log for the reason it stopped.</summary>
internal static class ServerLog
{
    private const int Tail = 12;

    public static DatabaseException Explain(PostgresHome home)
    {
        var tail = File.Exists(home.Log) ? string.Join('\n', File.ReadLines(home.Log).TakeLast(Tail)) : "";
        return FullDisk.Explains(tail, home.Root) ? DatabaseException.DiskFull(home.Root) : DatabaseException.Stopped(home.Log, tail);
    }
}
