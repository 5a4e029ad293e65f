using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Provenances;

/// <summary>A Provenance of every write of every stored resource, and beside it what the sender said itself.</summary>
internal sealed class WriteProvenance(ResourceWrites writes, IEnumerable<IStreamRendering> renderings) : IProvenanceSource
{
    private readonly string[] types = [.. renderings.SelectMany(rendering => rendering.Types).Distinct(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<Provenance>> Find(ProvenanceQuestion question, int limit, CancellationToken cancellation)
    {
        var asked = question.Writes with { Types = types, UpTo = question.UpTo is { } place ? (place.At, place.Sequence, place.Type, place.Id) : null };
        return [.. (await writes.Find(asked, limit, cancellation)).SelectMany(write => MapWrite.Of(write, asked.Institution))];
    }
}
