using System.Diagnostics;
using System.Text;

namespace RegenTrack.Tests.Guide;

/// <summary>One terminal: what is pasted into it shares its variables.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Process _bash;

    public Shell(string folder)
    {
        _bash = Process.Start(new ProcessStartInfo("bash", ["--noprofile", "--norc", "-s"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
    }

    /// <summary>Whether bash and curl can be run here.</summary>
    public static bool IsAvailable
    {
        get
        {
            try
            {
                using var curl = Process.Start(new ProcessStartInfo("bash", ["-c", "command -v curl"]) { RedirectStandardOutput = true })!;
                curl.WaitForExit();
                return curl.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }

    /// <summary>Pastes commands and answers what they printed.</summary>
    public async Task<string> Paste(string commands, CancellationToken cancellation)
    {
        const string end = "-- end of answer --";
        await _bash.StandardInput.WriteAsync($"{commands}\nprintf '\\n%s\\n' '{end}'\n".AsMemory(), cancellation);
        await _bash.StandardInput.FlushAsync(cancellation);
        var printed = new StringBuilder();
        while (await _bash.StandardOutput.ReadLineAsync(cancellation) is { } line && line != end)
            printed.AppendLine(line);
        return printed.ToString();
    }

    public void Dispose()
    {
        if (!_bash.HasExited)
            _bash.Kill(entireProcessTree: true);
        _bash.Dispose();
    }
}
