using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server.Scopes;

/// <summary>A transaction is one thing: an entry that the token's scopes do not allow refuses all of it.</summary>
internal static class RestrictedTransaction
{
    public static async Task<FhirReply?> Refusal(FhirTransaction transaction, DoorMap doors, FhirCall call)
    {
        var forbidden = new List<Issue>();
        foreach (var entry in transaction.Entries)
        {
            if (ScopeGate.Refusal(entry, call.Scopes) is { } closed)
                forbidden.Add(closed);
            else if (Own(entry, call) is { Restrictions.Count: > 0 } own)
                forbidden.AddRange(await Restricted(entry, doors, own));
        }

        return forbidden.Count == 0 ? null : FhirReply.Failed(forbidden.TrueForAll(issue => issue.Type == "not-found") ? 404 : 403, forbidden);
    }

    private static FhirCall Own(FhirEntry entry, FhirCall call)
    {
        var address = FhirAddress.Of(entry.Method, entry.Url);
        return call with { Restrictions = call.Scopes.For(address.Type ?? "", address.Needs).Restrictions };
    }

    private static async Task<IEnumerable<Issue>> Restricted(FhirEntry entry, DoorMap doors, FhirCall own)
    {
        if (entry.Type.Length > 0 && RestrictedDoor.Refusal(entry.Resource, own, entry.At()) is { } refused)
            return [refused];
        var changes = entry.Method is "PUT" or "PATCH" or "DELETE" && entry.Url.Split('/') is [_, _];
        if (!changes)
            return [];
        var seen = doors.Resource(entry.Url.Split('/')[0]) is { } door && await RestrictedDoor.For(door, own).Read(entry.Url.Split('/')[1], own) is { Status: < 300 };
        return seen ? [] : [Issue.Error("not-found", "not-found", "해당 자원이 없거나 열람할 수 없습니다.", "There is no such resource, or none that you may see.", entry.Place)];
    }
}
