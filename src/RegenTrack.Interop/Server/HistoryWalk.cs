using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server;

/// <summary>
/// A page of history under a restricted scope: it is filled with what may be seen, so that neither its length nor its <c>next</c> tells how much else there is. Only behind very many
/// hidden versions in a row a page ends early.
/// </summary>
/// <param name="page">Versions behind one, at most so many.</param>
/// <param name="fits">Whether the caller may see a version.</param>
internal sealed class HistoryWalk(Func<StoredResource?, int, Task<IReadOnlyList<StoredResource>>> page, Func<StoredResource, bool> fits)
{
    /// <summary>Versions that are looked at for one page.</summary>
    public const int MostRead = 5_000;

    private const int AtATime = 200;

    /// <summary>What is shown, and where the next page goes on; null at the end.</summary>
    public async Task<(IReadOnlyList<StoredResource> Shown, StoredResource? End)> From(StoredResource? after, int count)
    {
        var shown = new List<StoredResource>();
        for (var read = 0; read < MostRead;)
        {
            var limit = Math.Max(count + 1, read == 0 ? 0 : AtATime);
            var versions = await page(after, limit);
            foreach (var version in versions.Where(fits))
            {
                // One more than a page holds says that there is a next one.
                if (shown.Count == count)
                    return (shown, shown[^1]);
                shown.Add(version);
            }

            if (versions.Count < limit)
                return (shown, null);
            after = versions[^1];
            read += versions.Count;
        }

        return (shown, after);
    }
}
