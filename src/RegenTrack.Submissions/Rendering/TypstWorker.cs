using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;

namespace RegenTrack.Submissions.Rendering;

/// <summary>One running typesetting process. One request at a time; it ends when this process ends, because its input ends.</summary>
internal sealed class TypstWorker : IDisposable
{
    private readonly Process _process;
    private readonly Queue<string> _lastWords = new();

    private TypstWorker(Process process) => _process = process;

    public int ProcessId => _process.Id;

    public bool IsAlive => !_process.HasExited;

    public static TypstWorker Start(TypstInstallation installation)
    {
        var start = new ProcessStartInfo(installation.Node, ["--max-old-space-size=256", installation.Script, installation.Modules])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FONTCONFIG_FILE"] = Path.Combine(Path.GetDirectoryName(installation.Script)!, "fonts.conf");
        try
        {
            var worker = new TypstWorker(Process.Start(start)!);
            worker._process.ErrorDataReceived += (_, line) => worker.Remember(line.Data);
            worker._process.BeginErrorReadLine();
            return worker;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new RenderingException($"'{installation.Node}' could not be started. Install Node 20 or newer and put it on the PATH.", missing);
        }
    }

    /// <exception cref="IOException">The process died under way.</exception>
    public async Task<WorkerReply> Exchange(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)request.Length);
        var input = _process.StandardInput.BaseStream;
        await input.WriteAsync(length, cancellation);
        await input.WriteAsync(request, cancellation);
        await input.FlushAsync(cancellation);

        var output = _process.StandardOutput.BaseStream;
        await output.ReadExactlyAsync(length, cancellation);
        var header = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
        await output.ReadExactlyAsync(header, cancellation);
        var said = JsonSerializer.Deserialize<WorkerHeader>(header, JsonSerializerOptions.Web)!;
        var pdf = new byte[said.Bytes];
        await output.ReadExactlyAsync(pdf, cancellation);
        return new WorkerReply(pdf, said.Ok ? null : said.Error ?? "unknown error");
    }

    /// <summary>The last lines it wrote to its error output, for the operator.</summary>
    public string LastWords()
    {
        // Only the wait without a limit also waits for the rest of the error output.
        if (_process.WaitForExit(TimeSpan.FromSeconds(1)))
            _process.WaitForExit();
        lock (_lastWords)
            return string.Join(" | ", _lastWords);
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        _process.Dispose();
    }

    private void Remember(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_lastWords)
        {
            _lastWords.Enqueue(line);
            while (_lastWords.Count > 20)
                _lastWords.Dequeue();
        }
    }

    private sealed record WorkerHeader(bool Ok, int Bytes, string? Error);
}

/// <param name="Pdf">Empty when there is an error.</param>
/// <param name="Error">What the template or the engine said, null when all is well.</param>
internal sealed record WorkerReply(byte[] Pdf, string? Error);
