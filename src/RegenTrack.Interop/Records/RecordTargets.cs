using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Records;

/// <summary>Finds which records the entries of a transaction mean.</summary>
internal sealed class RecordTargets(FhirTransaction transaction, FhirCall call)
{
    private readonly DoorMap doors = call.Service<DoorMap>();
    private readonly List<RecordTarget> targets = [];

    /// <summary>One for each entry, in order; or why they cannot be found.</summary>
    public async Task<(IReadOnlyList<RecordTarget>? Targets, FhirReply? Refusal)> Find()
    {
        foreach (var (index, entry) in transaction.Entries.Index())
        {
            var refusal = entry.Condition is { } condition ? await ByCondition(entry, index, condition) : Named(entry, index);
            if (refusal is not null)
                return (null, refusal);
        }

        var named = targets.Where(target => target.Stands is null && target.Entry.Method != "POST" && target.Unless is null).ToList();
        var known = await call.Service<ResourceReader>().Places([.. named.Select(target => (target.Type, target.Id))], call.Actor.Institution, call.CancellationToken);
        if (named.Any(target => !known.ContainsKey((target.Type, target.Id))))
            return (null, FhirReply.NotFound);
        return ([.. targets.Select(target => known.TryGetValue((target.Type, target.Id), out var place) ? target with { Stands = place } : target)], null);
    }

    private FhirReply? Named(FhirEntry entry, int index)
    {
        var id = entry.Method == "POST" ? NewId(entry, index) : entry.Address.ElementAtOrDefault(1) ?? "";
        if (id.Length == 0 || (entry.Method is "POST" or "PUT" && entry.Type != entry.Address[0]))
            return FhirReply.Unprocessable(Mismatch(entry));
        targets.Add(new RecordTarget(entry, entry.Address[0], id));
        return null;
    }

    private async Task<FhirReply?> ByCondition(FhirEntry entry, int index, string condition)
    {
        var type = entry.Address[0];
        if (entry.Address.Count > 1 || (entry.Method is "POST" or "PUT" && entry.Type != type))
            return FhirReply.Unprocessable(Mismatch(entry));

        // What an earlier entry makes under the same condition is what this one means too.
        if (entry.Method == "POST" && targets.Find(target => target.Entry.Method == "POST" && target.Type == type && target.Entry.Condition == condition) is { } twin)
        {
            targets.Add(new RecordTarget(entry, type, twin.Id, IsThere: true));
            return null;
        }

        var (found, refusal) = await Conditional.Find(doors, type, condition, call, $"{entry.Place}.request");
        if (found is null)
            return refusal;
        switch (found.Matches)
        {
            case [var (id, version)] when entry.Method == "POST":
                targets.Add(new RecordTarget(entry, type, id, new ResourcePlace(version, 0), IsThere: true));
                return null;
            case [var (id, version)]:
                return await Standing(entry, type, id, version);
            case [] when entry.Method == "POST" || (entry.Method == "PUT" && entry.Resource.Text("id") is null && entry.Asked.Text("ifMatch") is null && call.Scopes.For(type, Interactions.Create) is { Allowed: true }):
                targets.Add(new RecordTarget(entry, type, NewId(entry, index), Unless: found.Query));
                return null;
            case []:
                return FhirReply.NotFound;
            default:
                return FhirReply.Failed(412, Conditional.Several($"{entry.Place}.request"));
        }
    }

    // The condition was asked with the eyes of a search; whether the token may change what it found is another question.
    private async Task<FhirReply?> Standing(FhirEntry entry, string type, string id, long version)
    {
        var own = RestrictedTransaction.Own(entry, call);
        if (own.Restrictions.Count > 0 && await RestrictedDoor.For(doors.Resource(type)!, own).Read(id, own) is not { Status: < 300 })
            return FhirReply.NotFound;
        if (entry.Method == "PUT" && entry.Resource.Text("id") is { } stated && stated != id)
            return FhirReply.Unprocessable(Mismatch(entry));
        if (await call.Service<ResourceReader>().Place(type, id, call.Actor.Institution, call.CancellationToken) is not { } place || place.Version != version)
            return Refusals.Conflict(version);
        targets.Add(new RecordTarget(entry, type, id, place));
        return null;
    }

    private string NewId(FhirEntry entry, int index) => call.NewId($"{KeptTypes.Prefix(entry.Address[0])}-{index}");

    private static Issue Mismatch(FhirEntry entry) => Issue.Error(
        "value", "entry-address-mismatch", "request.url이 자원의 종류·id와 맞지 않습니다.", "request.url does not fit the resource's type and id.", entry.At());
}
