using Microsoft.AspNetCore.Http;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server.Operations;

/// <summary>
/// What hangs together: <c>$everything</c> of a Patient, <c>$trace</c> of a lot (shipment, subjects, adverse events) and of an adverse event (the lot that it is suspected of, and all that
/// the lot leads to). Each is one search from a resource along every reference that leads to it, with a search's own limits and sight.
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
        if (await call.Find(AdverseEvent, id) is not { Body: not null } suspected)
            return FhirReply.NotFound;
        var path = ReferencePath.To(SuspectedLot, Lot);
        var lot = ResourceIndexer.Index(System.Text.Json.JsonElement.Parse(suspected.Body)).Refs.FirstOrDefault(reference => reference.StartsWith(path, StringComparison.Ordinal));
        return lot is null ? await Around(http, doors, AdverseEvent, id) : await Around(http, doors, Lot, ReferencePath.Target(lot).Id);
    }

    private static async Task<FhirReply> Around(HttpContext http, DoorMap doors, string type, string id)
    {
        var (call, refusal) = Asked(http);
        if (call is null)
            return refusal!;
        if (await call.Find(type, id) is not { } centre)
            return FhirReply.NotFound;
        if (centre.Body is null)
            return FhirReply.Gone(centre.Version);
        IEnumerable<KeyValuePair<string, string>> asked =
        [
            new("_id", id),
            .. StoredSearchStatement.RevIncludes(type, doors).Select(one => KeyValuePair.Create("_revinclude", one)),
            .. StoredSearchStatement.Includes(type).Select(one => KeyValuePair.Create("_include", one)),
        ];
        return await StoredSearch.Answer(call, doors, type, [.. asked], isLenient: false);
    }

    private static (FhirCall? Call, FhirReply? Refusal) Asked(HttpContext http) =>
        QueryRules.Unknown(http.Request.Query) is { } unknown ? (null, unknown)
        : HttpMethods.IsGet(http.Request.Method) ? Calls.Of(http, null)
        : (null, FhirReply.NotSupported);
}
