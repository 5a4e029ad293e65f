using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        var (call, refusal) = Asked(http, doors, type, []);
        if (call is null)
            return refusal!;
        return long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await call.Service<ResourceReader>().Find(type, id, number, call.Actor.Institution, call.CancellationToken) is { } stored && Fits(stored, call)
            ? FhirReply.Of(stored)
            : FhirReply.NotFound;
    }

    public static async Task<FhirReply> Answer(HttpContext http, DoorMap doors, string type, string? id)
    {
        var (call, refusal) = Asked(http, doors, type, ["_count", "_since", Cursor]);
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

        if (query[Cursor] is [{ } text] && HistoryCursor.Read(text, type) is null)
            return Value(Cursor, "Bundle.link.where(relation = 'next')");
        var after = query[Cursor] is [{ } cursor] ? HistoryCursor.Read(cursor, type) : null;
        var versions = await call.Service<ResourceReader>().History(type, id, call.Actor.Institution, since, after, count + 1, call.CancellationToken);
        if (id is not null && after is null && since is null && !versions.Any(version => Fits(version, call)))
            return FhirReply.NotFound;
        var end = versions.Count > count ? versions[count - 1] : null;
        return new FhirReply(200, Bundle(http, versions.Take(count).Where(version => Fits(version, call)), end));
    }

    private static (FhirCall? Call, FhirReply? Refusal) Asked(HttpContext http, DoorMap doors, string type, IReadOnlyList<string> known)
    {
        if (TypeEndpoint.NotServed(doors, type) is { } absent)
            return (null, absent);
        if (!doors.IsStored(type) || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            return (null, FhirReply.NotSupported);
        return QueryRules.Unknown(http.Request.Query, known) is { } unknown ? (null, unknown) : Calls.Of(http, null);
    }

    private static JsonObject Bundle(HttpContext http, IEnumerable<StoredResource> versions, StoredResource? end)
    {
        var root = FhirHttp.Base(http.Request);
        var self = $"{root}{http.Request.Path.Value![FhirServer.Root.Length..]}{http.Request.QueryString}";
        var bundle = Resource("Bundle");
        bundle["type"] = "history";
        bundle["link"] = Many(Link("self", self), end is null ? null : Link("next", SearchBundle.With(self, Cursor, HistoryCursor.Write(end))));
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
