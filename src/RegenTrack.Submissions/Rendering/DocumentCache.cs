using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace RegenTrack.Submissions.Rendering;

/// <summary>Keeps the latest documents by the hash of all that goes into them, so that nothing stale can come out.</summary>
/// <param name="inner">Who sets a document that is not kept.</param>
/// <param name="capacity">How many documents are kept; the longest unused goes first.</param>
public sealed class DocumentCache(IDocumentRenderer inner, int capacity = 64) : IDocumentRenderer
{
    private readonly ConcurrentDictionary<string, Entry> _kept = new();
    private long _clock;

    public async Task<RenderedDocument> Render(DocumentTemplate template, ReadOnlyMemory<byte> json, DateTimeOffset createdAt, CancellationToken cancellation)
    {
        var key = Key(template, json.Span, createdAt);
        if (_kept.TryGetValue(key, out var entry))
        {
            entry.UsedAt = Interlocked.Increment(ref _clock);
            return entry.Document;
        }

        var document = await inner.Render(template, json, createdAt, cancellation);
        _kept[key] = new Entry(document) { UsedAt = Interlocked.Increment(ref _clock) };
        while (_kept.Count > capacity)
            _kept.TryRemove(_kept.MinBy(pair => pair.Value.UsedAt).Key, out _);
        return document;
    }

    private static string Key(DocumentTemplate template, ReadOnlySpan<byte> json, DateTimeOffset createdAt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in template.Sources.OrderBy(source => source.Key, StringComparer.Ordinal))
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{text}")));
        hash.AppendData(Encoding.UTF8.GetBytes($"{template.Main}\n{createdAt.UtcTicks}\n"));
        hash.AppendData(json);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed class Entry(RenderedDocument document)
    {
        public RenderedDocument Document => document;

        public long UsedAt { get; set; }
    }
}
