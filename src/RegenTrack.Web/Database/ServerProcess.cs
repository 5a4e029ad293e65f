using System.Diagnostics;

namespace RegenTrack.Web.Database;

/// <summary>The running server, tied to this process: it stops when told, and also when this process dies without a word.</summary>
internal sealed class ServerProcess : IDisposable
{
    // The pipe on standard input closes with this process, however it ends; then the server is told to stop at once but cleanly.
    private const string Guard = """
        log=$1; shift
        umask 077
        exec 3<&0 >>"$log" 2>&1
        "$@" 3<&- </dev/null &
        server=$!
        { while read -r _ <&3; do :; done; kill -INT $server; } &
        watch=$!
        exec 3<&-
        wait $server
        code=$?
        kill $watch 2>/dev/null
        exit $code
        """;

    private readonly Process process;
    private readonly IReadOnlyList<string>? stop;

    private ServerProcess(Process process, IReadOnlyList<string>? stop)
    {
        this.process = process;
        this.stop = stop;
        Ended = process.WaitForExitAsync();
    }

    /// <summary>Completes when the server has ended, for whatever reason.</summary>
    public Task Ended { get; }

    public static ServerProcess Start(PostgresHome home, ServerAccount account, PostgresBinaries binaries, IReadOnlyDictionary<string, string> settings)
    {
        string[] server = [binaries.Program("postgres"), "-D", home.Data, .. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })];
        var windows = OperatingSystem.IsWindows();
        // A session of its own keeps the terminal's Ctrl-C from reaching the server before the last request is answered.
        string[] session = OperatingSystem.IsLinux() ? ["setsid"] : [];
        var command = windows ? server : account.Command([.. session, "sh", "-c", Guard, "sh", home.Log, .. server]);
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, WorkingDirectory = Path.GetPathRoot(home.Root) };
        start.Environment["LC_ALL"] = "C";
        return new ServerProcess(Process.Start(start)!, windows ? [binaries.Program("pg_ctl"), "stop", "-D", home.Data, "-m", "fast"] : null);
    }

    /// <summary>Fast shutdown: open transactions are rolled back, everything committed is written.</summary>
    public async Task Stop()
    {
        process.StandardInput.Close();
        if (stop is not null)
            await Run.ToEnd(stop);
        await Ended;
    }

    public void Dispose() => process.Dispose();
}
