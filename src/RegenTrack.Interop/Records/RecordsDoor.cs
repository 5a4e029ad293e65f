using System.Text.RegularExpressions;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Records;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Records;

/// <summary>A transaction Bundle of a hospital's own records: all of them are changed, or none.</summary>
internal sealed partial class RecordsDoor : ITransactionDoor
{
    public bool Accepts(FhirTransaction transaction) =>
        transaction.Entries.Count > 0 && transaction.Entries.All(entry => KeptTypes.All.Contains(Place(entry).Type) && entry.Method is "POST" or "PUT" or "DELETE");

    public async Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        var places = transaction.Entries.Select((entry, index) => entry.Method == "POST" ? (entry.Type, Id: call.NewId($"{entry.Type.ToLowerInvariant()}-{index}")) : Place(entry)).ToList();
        if (Faults(transaction, places) is { Count: > 0 } faults)
            return FhirReply.Unprocessable(faults);
        var known = await call.Service<ResourceReader>().Places(places, institution, call.CancellationToken);
        var changes = new List<RecordChange>();
        var addresses = Addresses(transaction, places);
        foreach (var (entry, place) in transaction.Entries.Zip(places))
        {
            var found = known.GetValueOrDefault(place);
            if (entry.Method != "POST" && found is null)
                return FhirReply.NotFound;
            if (entry.IfMatch is { } expected && expected != found!.Version)
                return Refusals.Conflict(found.Version);
            changes.Add(new RecordChange(
                new($"{place.Type}/{place.Id}"), new InstitutionId(institution),
                entry.Method == "DELETE" ? null : RecordContent.Of(Resolved(entry.Resource.GetRawText(), addresses), place.Id),
                entry.IfMatch is null ? null : found!.StreamVersion));
        }

        var outcome = await call.Send(new ChangeRecords(changes));
        if (outcome is not CommandOutcome.Accepted)
            return FhirReply.Refused(outcome, _ => "Bundle.entry");
        var now = await call.Service<ResourceReader>().Places(places, institution, call.CancellationToken);
        return FhirReply.Transaction(transaction.Entries.Zip(places, (entry, place) => Line(entry.Method, place, now.GetValueOrDefault(place)?.Version)));
    }

    private static List<Issue> Faults(FhirTransaction transaction, IReadOnlyList<(string Type, string Id)> places)
    {
        var faults = new List<Issue>();
        foreach (var (entry, (type, id)) in transaction.Entries.Zip(places).Where(pair => pair.First.Method != "DELETE"))
        {
            if (entry.Type != type || id.Length == 0)
                faults.Add(Issue.Error("value", "entry-address-mismatch", "request.url이 자원의 종류·id와 맞지 않습니다.", "request.url does not fit the resource's type and id.", entry.At()));
            else if (RecordContent.Refusal(entry.Resource, entry.At()) is { } refusal)
                faults.Add(refusal);
        }

        return faults;
    }

    /// <summary>Type and id of an entry's request; an id is empty where there is none.</summary>
    private static (string Type, string Id) Place(FhirEntry entry) => entry.Url.Split('/') switch
    {
        [var type, var id] => (type, id),
        [var type] => (type, ""),
        _ => ("", ""),
    };

    private static Dictionary<string, string> Addresses(FhirTransaction transaction, IReadOnlyList<(string Type, string Id)> places)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (entry, place) in transaction.Entries.Zip(places).Where(pair => pair.First.FullUrl is not null))
            addresses.TryAdd(entry.FullUrl!, $"{place.Type}/{place.Id}");
        return addresses;
    }

    private static string Resolved(string resource, Dictionary<string, string> addresses) =>
        Urn().Replace(resource, found => addresses.TryGetValue(found.Groups[1].Value, out var address) ? $"\"{address}\"" : found.Value);

    private static TransactionLine Line(string method, (string Type, string Id) place, long? version) => method switch
    {
        "POST" => new TransactionLine(201, $"{place.Type}/{place.Id}", version),
        "PUT" => new TransactionLine(200, $"{place.Type}/{place.Id}", version),
        _ => new TransactionLine(204),
    };

    [GeneratedRegex("\"(urn:(?:uuid|oid):[0-9A-Za-z.:-]{1,64})\"", RegexOptions.NonBacktracking)]
    private static partial Regex Urn();
}
