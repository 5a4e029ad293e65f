using RegenTrack.App.Resources;
using RegenTrack.Interop.Server.Provenances;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>Reads what is exported as of the export's instant, page by page and each time in the same order.</summary>
internal sealed class ExportPages(ResourcesAsOf resources, ProvenanceDoor provenance)
{
    /// <summary>Whether a type that is no stored resource is exported nevertheless.</summary>
    public static bool Derives(string type) => type == ProvenanceDoor.Name;

    /// <param name="after">The key behind which the page begins; empty for the beginning.</param>
    /// <param name="upTo">The last key; null for the end.</param>
    public async Task<ExportPage> Page(ExportJob job, string type, ExportFilter filter, string after, string? upTo, int limit, CancellationToken cancellation)
    {
        if (Derives(type))
            return await Derived(job, filter, after, upTo, limit, cancellation);
        var found = await resources.Page(new AsOf(type, job.Order.Institution, job.At, job.Order.Since, upTo), after, limit, cancellation);
        return new ExportPage(found, found.Count > 0 ? found[^1].Id : null, found.Count < limit && !found.IsFull);
    }

    private async Task<ExportPage> Derived(ExportJob job, ExportFilter filter, string after, string? upTo, int limit, CancellationToken cancellation)
    {
        var walk = new ProvenanceWalk(job.Order.Institution, job.At, job.Order.Since, limit, job.Order.Kind == ExportKind.System ? null : filter.Concerns);
        var (found, last, looked) = (new FoundResources(), (string?)null, 0);
        try
        {
            await foreach (var (key, one) in provenance.Walk(walk, after, cancellation))
            {
                if (upTo is not null && string.CompareOrdinal(key, upTo) > 0)
                    break;
                (last, looked) = (key, looked + 1);
                if (one is not null)
                    found.Add(ProvenanceDoor.Name, one.Id, 1, one.Place.At, one.Body);
                if (looked == limit || found.IsFull)
                    return new ExportPage(found, last, false);
            }

            return new ExportPage(found, last, true);
        }
        catch
        {
            found.Dispose();
            throw;
        }
    }
}

/// <summary>Some of what is exported.</summary>
/// <param name="Last">Key of the last that was looked at, whether it is among them or not; null when there was none.</param>
/// <param name="IsLast">Whether nothing follows.</param>
internal sealed record ExportPage(FoundResources Found, string? Last, bool IsLast) : IDisposable
{
    public void Dispose() => Found.Dispose();
}
