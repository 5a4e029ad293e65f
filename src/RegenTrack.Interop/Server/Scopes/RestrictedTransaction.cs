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

    /// <summary>The call under what the token's scopes say of one entry's own interaction.</summary>
    public static FhirCall Own(FhirEntry entry, FhirCall call)
    {
        var address = FhirAddress.Of(entry.Method, entry.Url);
        return call with { Restrictions = call.Scopes.For(address.Type ?? "", address.Needs).Restrictions };
    }

    private static async Task<IEnumerable<Issue>> Restricted(FhirEntry entry, DoorMap doors, FhirCall own)
    {
        // What a patch comes to is known, and judged, once it is applied.
        if (entry.Type.Length > 0 && entry.Method != "PATCH" && RestrictedDoor.Refusal(entry.Resource, own, entry.At()) is { } refused)
            return [refused];
        var changes = entry.Method is "PUT" or "PATCH" or "DELETE" && entry.Address is [_, _];
        return !changes || await Sees(entry.Address[0], entry.Address[1], doors, own)
            ? []
            : [Issue.Error("not-found", "not-found", "해당 자원이 없거나 열람할 수 없습니다.", "There is no such resource, or none that you may see.", entry.Place)];
    }

    private static async Task<bool> Sees(string type, string id, DoorMap doors, FhirCall own) => doors.Resource(type) is { } door && await RestrictedDoor.For(door, own).Read(id, own) is { Status: < 300 };
}
