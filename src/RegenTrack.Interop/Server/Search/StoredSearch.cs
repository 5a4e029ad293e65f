using System.IO.Pipelines;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using RegenTrack.App.Resources;
using RegenTrack.App.Vault;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Interop.Server.Provenances;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server.Search;

/// <summary>GET Type?… and POST Type/_search of stored resources.</summary>
internal static class StoredSearch
{
    public static async Task<FhirReply> Answer(HttpContext http, DoorMap doors, string type)
    {
        var (asked, refused) = await SearchInput.Read(http);
        if (asked is null)
            return refused!;
        var (call, refusal) = Calls.Of(http, null);
        if (call is null)
            return refusal!;
        return await Answer(call, doors, type, asked, QueryRules.IsLenient(http.Request));
    }

    /// <summary>A search by parameters that need not stand in the request.</summary>
    /// <param name="by">By which right the matches are seen.</param>
    public static async Task<FhirReply> Answer(
        FhirCall call, DoorMap doors, string type, IReadOnlyList<KeyValuePair<string, string>> asked, bool isLenient, Interactions by = Interactions.Search)
    {
        var origin = doors.Search(ProvenanceDoor.Name) as ProvenanceDoor;
        var setting = new SearchSetting(call.Base, call.Now, doors.IsStored, origin is not null, call.Service<VaultKey>());
        var (plan, problems) = new SearchReader(type, setting).Read(asked, isLenient);
        if (plan is null)
            return FhirReply.Failed(400, problems);
        plan = plan with { By = by };

        var protection = call.Service<IDataProtectionProvider>();
        var institution = call.Actor.Institution;
        var after = plan.Cursor is { } cursor ? SearchCursor.Read(cursor, protection, plan, institution) : null;
        if (plan.Cursor is not null && after is null)
            return FhirReply.Failed(400, SearchIssues.Cursor);
        var run = new SearchRun(call.Service<ResourceSearch>(), plan, new Sight(call, setting), doors.IsStored, origin is null ? null : (targets, most) => origin.Of(targets, most, call), call.CancellationToken);
        if (await run.Found(after) is not { } set)
            return FhirReply.Failed(400, SearchIssues.TooMany);
        return new FhirReply(200) { Subjects = Subjects(set), Held = set, Stream = http => Write(http, set, protection, institution) };
    }

    private static IReadOnlyList<string> Subjects(SearchSet set)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (from, resource, _) in set.Entries)
            AccessSubjects.In(resource.Type, resource.Id, from.Body(resource), found);
        return [.. found];
    }

    private static async Task Write(HttpContext http, SearchSet set, IDataProtectionProvider protection, string? institution)
    {
        var fhirBase = FhirHttp.Base(http.Request);
        var self = Address(fhirBase, set.Plan, null);
        var next = set is { HasMore: true, End: { } end } ? Address(fhirBase, set.Plan, new SearchCursor(end, set.Total).Write(protection, set.Plan, institution)) : null;
        var writing = new SearchSetWriting(set, fhirBase, self, next);
        if (http.Request.Query["_pretty"] == "true")
            await Pretty(writing, http);
        else
            await writing.Write(http.Response.BodyWriter, http.RequestAborted);
    }

    // For people to look at: nobody reads so much that it could not be held.
    private static async Task Pretty(SearchSetWriting writing, HttpContext http)
    {
        using var whole = new MemoryStream();
        await writing.Write(PipeWriter.Create(whole), http.RequestAborted);
        await http.Response.Body.WriteAsync(JsonNode.Parse(whole.ToArray())!.ToFhir(pretty: true), http.RequestAborted);
    }

    private static string Address(string fhirBase, SearchPlan plan, string? cursor)
    {
        var query = string.Join('&', plan.Honoured.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")
            .Concat(cursor is null ? [] : [$"{SearchBundle.Cursor}={cursor}"]));
        return query.Length == 0 ? $"{fhirBase}/{plan.Type}" : $"{fhirBase}/{plan.Type}?{query}";
    }
}
