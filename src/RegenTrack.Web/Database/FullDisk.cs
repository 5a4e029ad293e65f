namespace RegenTrack.Web.Database;

/// <summary>Tells a full disk from other troubles.</summary>
internal static class FullDisk
{
    private const long NoRoom = 4L << 20;
    private const int NoSpaceLeft = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static bool Caused(IOException trouble) =>
        trouble.HResult is NoSpaceLeft or WindowsDiskFull || trouble.Message.Contains("No space left", StringComparison.Ordinal);

    /// <summary>The server's own log may have found no room either, so the free space is asked as well.</summary>
    public static bool Explains(string log, string place) =>
        log.Contains("No space left on device", StringComparison.Ordinal) || Free(place) < NoRoom;

    public static long Free(string place)
    {
        try
        {
            return new DriveInfo(place).AvailableFreeSpace;
        }
        catch (IOException)
        {
            return long.MaxValue;
        }
    }
}
