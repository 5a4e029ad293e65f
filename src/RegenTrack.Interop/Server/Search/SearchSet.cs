using RegenTrack.App.Resources;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server.Search;

/// <summary>The answer to a search, before it is written. It holds rented memory.</summary>
/// <param name="shown">How many of the page are shown; the rest only says that there is more.</param>
internal sealed class SearchSet(SearchPlan plan, FoundResources page, int shown) : IDisposable
{
    private readonly List<FoundResources> held = [];
    private readonly List<(FoundResources From, FoundResource Resource)> included = [];

    public SearchPlan Plan => plan;

    public bool HasMore { get; init; }

    public long? Total { get; set; }

    public IEnumerable<FoundResource> Matches => Enumerable.Range(0, shown).Select(index => page[index]);

    public int IncludedCount => included.Count;

    public List<Issue> Warnings { get; } = [.. plan.Warnings];

    public PageEnd? End => shown == 0 ? null : page[shown - 1].End;

    /// <summary>Every resource with its body, matches first.</summary>
    public IEnumerable<(FoundResources From, FoundResource Resource, bool IsMatch)> Entries =>
        Matches.Select(match => (page, match, true)).Concat(included.Select(one => (one.From, one.Resource, false)));

    /// <summary>Takes over what is not there yet; false when there is no room for all of it.</summary>
    public bool Include(FoundResources found, HashSet<(string Type, string Id)> there, int room)
    {
        held.Add(found);
        for (var index = 0; index < found.Count; index++)
        {
            if (!there.Add((found[index].Type, found[index].Id)))
                continue;
            if (room-- == 0)
                return false;
            included.Add((found, found[index]));
        }

        return !found.IsFull;
    }

    public void Dispose()
    {
        page.Dispose();
        foreach (var found in held)
            found.Dispose();
    }
}
