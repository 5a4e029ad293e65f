using System.Diagnostics;

namespace RegenTrack.Web.Database;

/// <summary>Runs small programs to their end.</summary>
internal static class Run
{
    /// <summary>Exit code and everything the program said; -1 when it does not exist.</summary>
    public static async Task<(int Code, string Said)> ToEnd(IReadOnlyList<string> command, CancellationToken cancellation = default)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetPathRoot(Environment.CurrentDirectory),
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(cancellation);
            var said = await process.StandardOutput.ReadToEndAsync(cancellation) + await error;
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }
}
