using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Provenances;

/// <summary>A Provenance of every write of every stored resource, and beside it what the sender said itself.</summary>
internal sealed class WriteProvenance(ResourceWrites writes, ResourceWritesAsOf writesAsOf, IEnumerable<IStreamRendering> renderings) : IProvenanceSource
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private readonly string[] types = [.. renderings.SelectMany(rendering => rendering.Types).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<Provenance>> Find(ProvenanceQuestion question, int limit, CancellationToken cancellation)
    {
        var asked = question.Writes with { Types = types, UpTo = question.UpTo is { } place ? (place.At, place.Sequence, place.Type, place.Id) : null };
        return [.. (await writes.Find(asked, limit, cancellation)).SelectMany(write => MapWrite.Of(write, asked.Institution))];
    }

    public async IAsyncEnumerable<(string Key, Provenance? One)> Walk(ProvenanceWalk walk, string after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var type in types.Where(type => string.CompareOrdinal(after, type + '!') < 0 && (walk.Concerns is null || PatientCompartment.Has(type))))
        {
            // One write may give two, so that it is asked for again from the one that was reached.
            var range = new AsOf(type, walk.Institution, walk.At, walk.Since);
            var more = true;
            for (var from = Place(after, type); more;)
            {
                var page = await writesAsOf.Page(range, from, walk.Count + 1, walk.Concerns is not null, cancellation);
                foreach (var write in page)
                {
                    foreach (var (part, one) in MapWrite.Of(write, walk.Institution).Index())
                    {
                        var key = Key(write, part);
                        if (string.CompareOrdinal(key, after) > 0)
                            yield return (after = key, IsWanted(write, walk) ? one : null);
                    }
                }

                more = page.Count > walk.Count;
                from = Place(after, type);
            }
        }
    }

    private static bool IsWanted(ResourceWrite write, ProvenanceWalk walk) =>
        walk.Concerns is not { } concerns || (write.Body is { } body && concerns(write.Type, write.Id, JsonElement.Parse(body)));

    // Ordered as texts as the writes are by the database. A space comes before everything that an id has.
    private static string Key(ResourceWrite write, int part) =>
        string.Create(Invariant, $"{write.Type} {long.MaxValue - write.RecordedAt.UtcTicks:D19} {write.Id} {write.Version:D19} {part}");

    private static WritePlace? Place(string key, string type) => key.Split(' ') is [var of, var at, var id, var version, _] && of == type
        ? new WritePlace(new DateTimeOffset(long.MaxValue - long.Parse(at, Invariant), TimeSpan.Zero), id, long.Parse(version, Invariant))
        : null;
}
