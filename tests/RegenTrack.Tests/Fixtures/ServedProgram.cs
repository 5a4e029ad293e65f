using System.Diagnostics;
using System.Text.RegularExpressions;
using RegenTrack.Web.Host;

namespace RegenTrack.Tests.Fixtures;

/// <summary>The built program, serving as a process of its own on a free port.</summary>
internal sealed partial class ServedProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _told = [];

    private ServedProgram(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"It ended: {string.Join('\n', Told)}"));
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All that it has printed.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            lock (_told)
                return [.. _told];
        }
    }

    public Uri Address => _ready.Task.Result;

    /// <summary>Waits until it says that it is ready.</summary>
    /// <param name="folder">Where it is started.</param>
    public static async Task<ServedProgram> Start(string folder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RegenTrackHost).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var program = new ServedProgram(start);
        await program._ready.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return program;
    }

    /// <summary>Without warning.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>As a service manager does, so that what it started ends as well.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var interrupt = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await interrupt.WaitForExitAsync(CancellationToken.None);
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_told)
            _told.Add(line);
        if (ReadyAt().Match(line) is { Success: true } ready)
            _ready.TrySetResult(new Uri(ready.Groups[1].Value));
    }

    [GeneratedRegex(@"Ready: (http://\S+)")]
    private static partial Regex ReadyAt();
}
