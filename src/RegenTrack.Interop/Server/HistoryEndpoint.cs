using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Server;

/// <summary>GET of Type/_history, Type/id/_history and Type/id/_history/version: what resources were, newest first.</summary>
internal static class HistoryEndpoint
{
    private const int DefaultCount = 50;
    private const int LargestCount = 200;
    private const string Cursor = "_before";

    public static async Task<FhirReply> One(HttpContext http, DoorMap doors, string type, string id, string version)
    {
        var (call, refusal) = Asked(http, doors, type, doors.HasVersions(type), []);
        if (call is null)
            return refusal!;
        if (!long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return FhirReply.NotFound;
        if (!doors.IsStored(type))
            return number == 1 ? await RestrictedDoor.For(doors.Resource(type)!, call).Read(id, call) : FhirReply.NotFound;
        return await call.Service<ResourceReader>().Find(type, id, number, call.Actor.Institution, call.CancellationToken) is { } stored && Fits(stored, call)
            ? FhirReply.Of(stored)
            : FhirReply.NotFound;
    }

    public static async Task<FhirReply> Answer(HttpContext http, DoorMap doors, string type, string? id)
    {
        var (call, refusal) = Asked(http, doors, type, id is null ? doors.IsStored(type) : doors.HasVersions(type), ["_count", "_since", Cursor]);
        if (call is null)
            return refusal!;
        var query = http.Request.Query;
        var (count, since) = (DefaultCount, (DateTimeOffset?)null);
        if (query["_count"] is [{ } wanted] && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > LargestCount))
            return Value("_count", $"1-{LargestCount}");
        if (query["_since"] is [{ } from])
        {
            if (!DateTimeOffset.TryParse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                return Value("_since", "2026-11-23T09:00:00+09:00");
            since = instant;
        }

        var cursor = new SealedCursor(
            call.Service<IDataProtectionProvider>(), HistoryCursor.Purpose, type, id ?? "", call.Actor.Institution ?? "", since?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "");
        var after = query[Cursor] is [{ } text] ? HistoryCursor.Read(text, cursor, type) : null;
        if (query.ContainsKey(Cursor) && after is null)
            return Value(Cursor, "Bundle.link.where(relation = 'next')");
        if (id is not null && !doors.IsStored(type))
            return await RestrictedDoor.For(doors.Resource(type)!, call).Read(id, call) is { Stored: { } only } ? new FhirReply(200, Bundle(http, only.Updated >= (since ?? only.Updated) ? [only] : [], null)) : FhirReply.NotFound;
        var reader = call.Service<ResourceReader>();
        var walk = new HistoryWalk((from, limit) => reader.History(type, id, call.Actor.Institution, since, from, limit, call.CancellationToken), version => Fits(version, call));
        var (shown, end) = await walk.From(after, count);
        if (id is not null && shown.Count == 0 && !await Shows(type, id, call))
            return FhirReply.NotFound;
        return new FhirReply(200, Bundle(http, shown, end is null ? null : HistoryCursor.Write(end, cursor)));
    }

    /// <summary>Whether the caller may see any version of a resource. Of one that is hidden it is not even told that nothing happened to it since.</summary>
    private static async Task<bool> Shows(string type, string id, FhirCall call)
    {
        for (StoredResource? after = null; ;)
        {
            var versions = await call.Service<ResourceReader>().History(type, id, call.Actor.Institution, null, after, LargestCount, call.CancellationToken);
            if (versions.Any(version => Fits(version, call)))
                return true;
            if (versions.Count < LargestCount)
                return false;
            after = versions[^1];
        }
    }

    private static (FhirCall? Call, FhirReply? Refusal) Asked(HttpContext http, DoorMap doors, string type, bool isServed, IReadOnlyList<string> known)
    {
        if (TypeEndpoint.NotServed(doors, type) is { } absent)
            return (null, absent);
        if (!isServed || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            return (null, FhirReply.NotSupported);
        return QueryRules.Unknown(http.Request.Query, known) is { } unknown ? (null, unknown) : Calls.Of(http, null);
    }

    private static JsonObject Bundle(HttpContext http, IEnumerable<StoredResource> versions, string? next)
    {
        var root = FhirHttp.Base(http.Request);
        var self = $"{root}{http.Request.Path.Value![FhirServer.Root.Length..]}{http.Request.QueryString}";
        var bundle = Resource("Bundle");
        bundle["type"] = "history";
        bundle["link"] = Many(Link("self", self), next is null ? null : Link("next", SearchBundle.With(self, Cursor, next)));
        bundle["entry"] = Many(versions.Select(version => Entry(version, root)));
        return bundle;
    }

    private static JsonObject Entry(StoredResource version, string root) => new()
    {
        ["fullUrl"] = $"{root}/{version.Type}/{version.Id}",
        ["resource"] = version.Body is { } body ? JsonNode.Parse(Stamping.Stamped(body, version.Version, version.Updated)) : null,
        ["request"] = new JsonObject { ["method"] = version.Body is null ? "DELETE" : "PUT", ["url"] = $"{version.Type}/{version.Id}" },
        ["response"] = new JsonObject
        {
            ["status"] = version.Body is null ? "204" : "200",
            ["etag"] = HttpNames.ETag(version.Version),
            ["lastModified"] = Instant(version.Updated),
        },
    };

    /// <summary>What the token's scopes let be seen; of a deletion nothing is left that could tell.</summary>
    private static bool Fits(StoredResource version, FhirCall call) =>
        call.Restrictions.Count == 0 || (version.Body is { } body && ScopeRestriction.Fits(call.Restrictions, JsonElement.Parse(body)));

    private static JsonObject Link(string relation, string url) => new() { ["relation"] = relation, ["url"] = url };

    private static FhirReply Value(string name, string wanted) => FhirReply.Failed(400, Issue.Error(
        "value", "query-parameter-value", $"매개변수 {name}의 값을 읽을 수 없습니다. 예: {wanted}", $"The value of parameter {name} cannot be read. Example: {wanted}"));
}
