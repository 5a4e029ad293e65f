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

    private readonly TimeSpan _limit = timeout ?? TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _turn = new(1);
    private TypstWorker? _worker;
    private string _lastWords = "";
    private volatile bool _disposed;

    /// <summary>The process id of the running engine, null before the first document.</summary>
    public int? WorkerId => !_disposed && _worker is { IsAlive: true } running ? running.ProcessId : null;

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
        await _turn.WaitAsync(cancellation);
        // Whoever stops waiting leaves the exchange to finish by itself: half a frame would spoil the process for the next.
        var pdf = await Take(template, request).WaitAsync(cancellation);
        return new RenderedDocument(pdf, Convert.ToHexStringLower(SHA256.HashData(pdf)));
    }

    public void Dispose()
    {
        _disposed = true;
        _worker?.Dispose();
    }

    private async Task<byte[]> Take(DocumentTemplate template, byte[] request)
    {
        try
        {
            return await Attempt(template, request) ?? await Attempt(template, request)
                ?? throw new RenderingException($"The typesetting process died twice while setting {template.Name}. {_lastWords}");
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<byte[]?> Attempt(DocumentTemplate template, byte[] request)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_worker is not { IsAlive: true })
        {
            _worker?.Dispose();
            _worker = null;
            _worker = TypstWorker.Start((find ?? TypstInstallation.Find)());
        }

        using var watch = new CancellationTokenSource(_limit);
        try
        {
            var reply = await _worker.Exchange(request, watch.Token);
            return reply.Error is null ? reply.Pdf : throw new RenderingException($"The template {template.Name} could not be set: {reply.Error}");
        }
        catch (OperationCanceledException)
        {
            GiveUp(_worker);
            throw new RenderingException($"Setting {template.Name} took longer than {_limit.TotalSeconds:0.#} s and was stopped.");
        }
        catch (IOException) when (!_disposed)
        {
            GiveUp(_worker);
            return null;
        }
    }

    private void GiveUp(TypstWorker failed)
    {
        _lastWords = failed.LastWords();
        failed.Dispose();
        _worker = null;
    }
}
