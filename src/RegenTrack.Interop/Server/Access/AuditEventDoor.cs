using System.Globalization;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server.Access;

/// <summary>AuditEvent: what an institution's own systems did here. Nobody writes it, and nobody sees another's.</summary>
internal sealed class AuditEventDoor(AccessQuery accesses) : IResourceDoor, ISearchDoor
{
    public string Type => "AuditEvent";

    public IReadOnlyList<SearchParameter> Parameters { get; } =
    [
        new("date", "date", "When; with eq, ge, gt, le, lt"), new("entity", "reference", "Type/id that was asked for, or Patient/pseudonym that was touched"),
        new("patient", "reference", "Pseudonym that was touched"), new("agent", "reference", "The institution, or the client's id"), new("altid", "token", "The client's id"),
        new("action", "token"), new("subtype", "token", "Code of the interaction"), new("outcome", "token"),
    ];

    public async Task<FhirReply> Read(string id, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position == long.MaxValue)
            return FhirReply.NotFound;
        var found = await accesses.Ask(institution, [("position = ?", position)], position + 1, 1, call.CancellationToken);
        return found is [var (_, access)] ? FhirReply.Ok(MapAccess.Resource(position, access), 1) : FhirReply.NotFound;
    }

    public async Task<FhirReply> Search(FhirSearch search, FhirCall call)
    {
        var before = long.MaxValue;
        if (search.After is { } after && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return Wrong("_after");
        var (conditions, wrong) = AccessConditions.Of(search);
        if (conditions is null)
            return Wrong(wrong!);
        var found = call.Actor.Institution is { } institution ? await accesses.Ask(institution, conditions, before, search.Count + 1, call.CancellationToken) : [];
        var next = found.Count > search.Count ? MapAccess.IdOf(found[search.Count - 1].Position) : null;
        return FhirReply.SearchSet(found.Take(search.Count).Select(one => MapAccess.Resource(one.Position, one.Access)), next: next);
    }

    private static FhirReply Wrong(string parameter) => FhirReply.Failed(400, Issue.Error(
        "value", "query-parameter-value", $"매개변수 '{parameter}'의 값을 읽을 수 없습니다.", $"The value of parameter '{parameter}' cannot be read."));
}
