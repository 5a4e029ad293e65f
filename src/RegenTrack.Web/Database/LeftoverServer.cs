using System.Diagnostics;
using System.Globalization;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Database;

/// <summary>What an earlier run that was killed may have left: a server that is still stopping, or only its lock file.</summary>
internal static class LeftoverServer
{
    private static readonly TimeSpan EndsByItself = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan EndsWhenTold = TimeSpan.FromSeconds(60);

    /// <summary>Returns when no server runs on the data. The caller holds the claim, so a server that still runs has lost its owner.</summary>
    public static async Task Clear(PostgresHome home, Action<Bilingual> progress, CancellationToken cancellation)
    {
        var file = Path.Combine(home.Data, "postmaster.pid");
        if (!File.Exists(file))
            return;
        progress(new(
            "이전 실행이 정상 종료되지 않았습니다. PostgreSQL이 복구하며, 확정된 데이터는 잃지 않습니다.",
            "The last run did not end cleanly. PostgreSQL recovers; no committed data are lost."));
        if (!int.TryParse((await File.ReadAllLinesAsync(file, cancellation)).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid))
            return;
        if (await Serves(pid, home) && !await Ends(pid, home, EndsByItself, cancellation))
        {
            await Run.ToEnd(["sh", "-c", $"kill -INT {pid}"], cancellation);
            if (!await Ends(pid, home, EndsWhenTold, cancellation))
                throw DatabaseException.InUse(home.Root);
        }

        // PostgreSQL clears the file of a dead process itself, but takes any living process with that number for a server.
        if (File.Exists(file) && IsAlive(pid))
            File.Delete(file);
    }

    private static async Task<bool> Ends(int pid, PostgresHome home, TimeSpan patience, CancellationToken cancellation)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < patience; await Task.Delay(50, cancellation))
        {
            if (!await Serves(pid, home))
                return true;
        }

        return false;
    }

    private static async Task<bool> Serves(int pid, PostgresHome home)
    {
        if (!IsAlive(pid))
            return false;
        if (!OperatingSystem.IsLinux())
            return (await Run.ToEnd(["ps", "-o", "command=", "-p", $"{pid}"])).Said.Contains(home.Data, StringComparison.Ordinal);
        try
        {
            return (await File.ReadAllTextAsync($"/proc/{pid}/cmdline")).Split('\0').Contains(home.Data);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
