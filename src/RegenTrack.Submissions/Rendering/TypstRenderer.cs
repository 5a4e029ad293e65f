using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RegenTrack.Submissions.Rendering;

/// <summary>Typst in a process of its own: started by the first document, replaced when it dies or hangs, one document at a time.</summary>
/// <param name="find">Where the engine is; asked when the process is started.</param>
/// <param name="timeout">How long one document may take before its process is replaced; 30 seconds when not given.</param>
public sealed class TypstRenderer(Func<TypstInstallation>? find = null, TimeSpan? timeout = null) : IDocumentRenderer, IDisposable
{
    // Relaxed, because the request goes to our own process and never into a page.
    private static readonly JsonSerializerOptions Frame = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TimeSpan limit = timeout ?? TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim turn = new(1);
    private TypstWorker? worker;
    private string lastWords = "";
    private volatile bool disposed;

    /// <summary>The process id of the running engine, null before the first document.</summary>
    public int? WorkerId => worker is { IsAlive: true } running ? running.ProcessId : null;

    public async Task<RenderedDocument> Render(DocumentTemplate template, ReadOnlyMemory<byte> json, DateTimeOffset createdAt, CancellationToken cancellation)
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                template.Main,
                template.Sources,
                Data = Encoding.UTF8.GetString(json.Span),
                Attachment = $"{template.Name}.json",
                Created = createdAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
            },
            Frame);
        await turn.WaitAsync(cancellation);
        // Whoever stops waiting leaves the exchange to finish by itself: half a frame would spoil the process for the next.
        var pdf = await Take(template, request).WaitAsync(cancellation);
        return new RenderedDocument(pdf, Convert.ToHexStringLower(SHA256.HashData(pdf)));
    }

    public void Dispose()
    {
        disposed = true;
        worker?.Dispose();
    }

    private async Task<byte[]> Take(DocumentTemplate template, byte[] request)
    {
        try
        {
            return await Attempt(template, request) ?? await Attempt(template, request)
                ?? throw new RenderingException($"The typesetting process died twice while setting {template.Name}. {lastWords}");
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<byte[]?> Attempt(DocumentTemplate template, byte[] request)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (worker is not { IsAlive: true })
        {
            worker?.Dispose();
            worker = null;
            worker = TypstWorker.Start((find ?? TypstInstallation.Find)());
        }

        using var watch = new CancellationTokenSource(limit);
        try
        {
            var reply = await worker.Exchange(request, watch.Token);
            return reply.Error is null ? reply.Pdf : throw new RenderingException($"The template {template.Name} could not be set: {reply.Error}");
        }
        catch (OperationCanceledException)
        {
            GiveUp(worker);
            throw new RenderingException($"Setting {template.Name} took longer than {limit.TotalSeconds:0.#} s and was stopped.");
        }
        catch (IOException) when (!disposed)
        {
            GiveUp(worker);
            return null;
        }
    }

    private void GiveUp(TypstWorker failed)
    {
        lastWords = failed.LastWords();
        failed.Dispose();
        worker = null;
    }
}
