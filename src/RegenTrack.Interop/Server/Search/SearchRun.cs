using RegenTrack.App.Resources;
using RegenTrack.Interop.Server.Provenances;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Carries out a search that was understood.</summary>
/// <param name="provenance">Where some resources come from, at most so many; null when that is not served.</param>
internal sealed class SearchRun(
    ResourceSearch store, SearchPlan plan, Sight sight, Func<string, bool> isStored, Func<IReadOnlyList<(string Type, string Id)>, int, Task<FoundResources>>? provenance, CancellationToken cancellation)
{
    public const int MostIncluded = 1000;

    /// <summary>From here on a page is met soonest by walking.</summary>
    private const int Many = 500;

    /// <summary>Matches up to here are counted for every search.</summary>
    private const int Few = 10_000;

    /// <summary>What was found, or null when a linked condition fits too many.</summary>
    public async Task<SearchSet?> Found(SearchCursor? after)
    {
        if (await new Linking(store, sight, cancellation).Conditions(plan.Type, plan.Criteria) is not { } conditions)
            return null;
        var query = sight.Query(plan.By, plan.Type, conditions);
        if (plan.IsCountOnly)
            return new SearchSet(plan, new FoundResources(), 0) { Total = await store.Count(query, cancellation) };

        var (page, total) = await Page(query, after);
        var more = page.Count > plan.Count || page.IsFull;
        var set = new SearchSet(plan, page, more ? Math.Min(plan.Count, page.Count - 1) : page.Count) { HasMore = more };
        try
        {
            set.Total = plan.Total == TotalMode.None ? null : after is null && !more ? page.Count : total;
            await Include(set);
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    private async Task<(FoundResources Page, long? Total)> Page(ResourceQuery query, SearchCursor? after)
    {
        var (withRefs, total) = (plan.Inclusions.Count > 0, after?.Total);
        if (total is null or < Many)
        {
            var most = after is not null || plan.Total == TotalMode.None ? Many : plan.Total == TotalMode.Accurate ? long.MaxValue : Few + 1;
            var (page, count) = await store.LookUp(query, plan.Order, after?.End, plan.Count + 1, most, Many, withRefs, cancellation);
            if (after is null)
                total = count < most ? count : plan.Total == TotalMode.Estimate ? Math.Max(count, await store.Estimate(query, cancellation)) : null;
            if (page is not null)
                return (page, total);
        }

        return (await store.Walk(query, plan.Order, after?.End, plan.Count + 1, withRefs, cancellation), total);
    }

    private async Task Include(SearchSet set)
    {
        var matched = set.Matches.Select(match => (match.Type, match.Id)).ToHashSet();
        foreach (var inclusion in plan.Inclusions.Where(inclusion => inclusion.IsReverse && matched.Count > 0))
        {
            if (inclusion.Source == ProvenanceDoor.Name)
            {
                if (provenance is not null && !set.Include(await provenance([.. set.Matches.Select(match => (match.Type, match.Id))], MostIncluded - set.IncludedCount + 1), matched, MostIncluded - set.IncludedCount))
                    set.Warnings.Add(SearchIssues.Cut);
                continue;
            }

            var pointing = new ResourceCondition.AnyKey([.. set.Matches.Select(match => SearchHash.Of(inclusion.Source, inclusion.Parameter, Spelling.Typed(match.Type, match.Id)))]);
            await Include(set, matched, sight.Query(inclusion.Source, pointing));
        }

        var wanted = plan.Inclusions.Where(inclusion => !inclusion.IsReverse).SelectMany(inclusion => Targets(set, inclusion)).Where(target => isStored(target.Type) && !matched.Contains(target));
        foreach (var ofType in wanted.Distinct().GroupBy(target => target.Type, target => target.Id).ToList())
            await Include(set, matched, sight.Query(ofType.Key, new ResourceCondition.AnyId([.. ofType])));
    }

    private static IEnumerable<(string Type, string Id)> Targets(SearchSet set, Inclusion inclusion)
    {
        var path = ReferencePath.To(inclusion.Parameter, inclusion.Target);
        return set.Matches.SelectMany(match => match.Refs).Where(reference => reference.StartsWith(path, StringComparison.Ordinal)).Select(ReferencePath.Target);
    }

    private async Task Include(SearchSet set, HashSet<(string Type, string Id)> there, ResourceQuery query)
    {
        var room = MostIncluded - set.IncludedCount;
        var (found, _) = await store.LookUp(query, new ResourceOrder.ById(Descending: false), null, room + there.Count + 1, long.MaxValue, long.MaxValue, false, cancellation);
        var added = set.Include(found!, there, room);
        if (!added)
            set.Warnings.Add(SearchIssues.Cut);
    }
}
