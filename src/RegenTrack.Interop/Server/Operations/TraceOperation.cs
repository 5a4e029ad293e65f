using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server.Operations;

/// <summary>
/// What hangs together: <c>$everything</c> of a Patient, <c>$trace</c> of a lot (shipment, subjects, adverse events) and of an adverse event (the lot that it is suspected of, and all that
/// the lot leads to). Each is one search from a resource that the caller may read, along every reference that leads to it, with a search's own limits: the centre is what the token lets be
/// read (r), what hangs on it what the token lets be found (s).
/// </summary>
internal static class TraceOperation
{
    public const string Lot = "BiologicallyDerivedProduct";
    public const string AdverseEvent = "AdverseEvent";
    private const string SuspectedLot = "product";

    public static Task<FhirReply> Everything(HttpContext http, DoorMap doors, string id) => Around(http, doors, "Patient", id);

    public static async Task<FhirReply> Trace(HttpContext http, DoorMap doors, string type, string id)
    {
        if (type is not (Lot or AdverseEvent))
            return FhirReply.NotSupported;
        if (type == Lot)
            return await Around(http, doors, Lot, id);
        var (call, refusal) = Asked(http);
        if (call is null)
            return refusal!;
        var suspected = await Read(AdverseEvent, id, call);
        if (suspected.Stored?.Body is not { } body)
            return suspected;
        var path = ReferencePath.To(SuspectedLot, Lot);
        var lot = ResourceIndexer.Index(JsonElement.Parse(body)).Refs.Where(reference => reference.StartsWith(path, StringComparison.Ordinal)).Select(reference => ReferencePath.Target(reference).Id).FirstOrDefault();
        // A lot that the caller may not see is none; and around the lot the event itself is one of what is found.
        var leads = lot is not null && await Sees(Lot, lot, call, Interactions.Read) && await Sees(Lot, lot, call, Interactions.Search) && await Sees(AdverseEvent, id, call, Interactions.Search);
        return leads ? await Around(http, doors, Lot, lot!) : await Around(http, doors, AdverseEvent, id);
    }

    private static async Task<FhirReply> Around(HttpContext http, DoorMap doors, string type, string id)
    {
        var (call, refusal) = Asked(http);
        if (call is null)
            return refusal!;
        if (await Read(type, id, call) is { Status: not StatusCodes.Status200OK } refused)
            return refused;
        IEnumerable<KeyValuePair<string, string>> asked =
        [
            new("_id", id),
            .. StoredSearchStatement.RevIncludes(type, doors).Select(one => KeyValuePair.Create("_revinclude", one)),
            .. StoredSearchStatement.Includes(type).Select(one => KeyValuePair.Create("_include", one)),
        ];
        return await StoredSearch.Answer(call, doors, type, [.. asked], isLenient: false, Interactions.Read);
    }

    private static async Task<bool> Sees(string type, string id, FhirCall call, Interactions by) => (await Read(type, id, call, by)).Status == StatusCodes.Status200OK;

    // A call's own restrictions are about the type of its address.
    private static async Task<FhirReply> Read(string type, string id, FhirCall call, Interactions by = Interactions.Read)
    {
        var scope = call.Scopes.For(type, by);
        if (!scope.Allowed)
            return FhirReply.NotFound;
        var own = call with { Restrictions = scope.Restrictions };
        return await RestrictedDoor.For(new StoredDoor(type, null), own).Read(id, own);
    }

    private static (FhirCall? Call, FhirReply? Refusal) Asked(HttpContext http) =>
        QueryRules.Unknown(http.Request.Query) is { } unknown ? (null, unknown)
        : HttpMethods.IsGet(http.Request.Method) ? Calls.Of(http, null)
        : (null, FhirReply.NotSupported);
}
