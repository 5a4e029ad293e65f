using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;

namespace RegenTrack.Submissions.Rendering;

/// <summary>One running typesetting process. One request at a time; it ends when this process ends, because its input ends.</summary>
internal sealed class TypstWorker : IDisposable
{
    private readonly Process process;
    private readonly Queue<string> lastWords = new();

    private TypstWorker(Process process) => this.process = process;

    public int ProcessId => process.Id;

    public bool IsAlive => !process.HasExited;

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
            worker.process.ErrorDataReceived += (_, line) => worker.Remember(line.Data);
            worker.process.BeginErrorReadLine();
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
        var input = process.StandardInput.BaseStream;
        await input.WriteAsync(length, cancellation);
        await input.WriteAsync(request, cancellation);
        await input.FlushAsync(cancellation);

        var output = process.StandardOutput.BaseStream;
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
        lock (lastWords)
            return string.Join(" | ", lastWords);
    }

    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        process.Dispose();
    }

    private void Remember(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (lastWords)
        {
            lastWords.Enqueue(line);
            while (lastWords.Count > 5)
                lastWords.Dequeue();
        }
    }

    private sealed record WorkerHeader(bool Ok, int Bytes, string? Error);
}

/// <param name="Pdf">Empty when there is an error.</param>
/// <param name="Error">What the template or the engine said, null when all is well.</param>
internal sealed record WorkerReply(byte[] Pdf, string? Error);
