using System.Text.Json.Nodes;

namespace RegenTrack.Interop.Server.Scopes;

/// <summary>
/// A page of a search door under a restricted scope: the door is asked on until the page is full of what may be seen, and once more, so that neither its length nor its <c>next</c> tells
/// how much else there is. Only behind very many hidden results in a row a page ends early.
/// </summary>
internal sealed class RestrictedWalk(ISearchDoor door, FhirSearch search, FhirCall call)
{
    private const int AtATime = 200;
    private const int MostAsked = 25;
    private int asked;

    /// <summary>The door's own answer when nothing restricts the call.</summary>
    public async Task<FhirReply> Page()
    {
        if (call.Restrictions.Count == 0)
            return await door.Search(search, call);
        var (shown, after) = (new List<JsonObject>(), search.After);
        do
        {
            var (found, next, refused) = await Ask(after, AtATime);
            if (refused is not null)
                return refused;
            List<int> places = [.. found.Index().Where(one => RestrictedDoor.Fits(one.Item, call)).Select(one => one.Index)];
            if (shown.Count + places.Count >= search.Count)
            {
                // The page ends on the last result that it holds: that is where the next one goes on.
                (found, next, _) = await Ask(after, places[search.Count - shown.Count - 1] + 1);
                shown.AddRange(found.Where(one => RestrictedDoor.Fits(one, call)));
                return FhirReply.SearchSet(shown, next: await ThereIsMore(next) ? next : null);
            }

            shown.AddRange(places.Select(place => found[place]));
            after = next;
        }
        while (after is not null && asked < MostAsked);
        return FhirReply.SearchSet(shown, next: after);
    }

    private async Task<bool> ThereIsMore(string? after)
    {
        while (after is not null && asked < MostAsked)
        {
            var (found, next, _) = await Ask(after, AtATime);
            if (found.Any(one => RestrictedDoor.Fits(one, call)))
                return true;
            after = next;
        }

        return after is not null;
    }

    private async Task<(IReadOnlyList<JsonObject> Found, string? Next, FhirReply? Refused)> Ask(string? after, int count)
    {
        asked++;
        var reply = await door.Search(search with { Count = count, After = after }, call);
        if (reply is not { Status: < 300, Body: JsonObject bundle })
            return ([], null, reply);
        List<JsonObject> found = [.. (bundle["entry"] as JsonArray ?? []).Select(entry => entry!["resource"]!.AsObject())];
        foreach (var entry in bundle["entry"] as JsonArray ?? [])
            entry!.AsObject().Remove("resource");
        return (found, bundle["link"]?.AsArray().Select(link => link!["url"]!.GetValue<string>()).FirstOrDefault(), null);
    }
}
