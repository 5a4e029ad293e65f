using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server;

/// <summary>GET Type?…, POST Type, and what Type?… names by its search.</summary>
internal static class TypeEndpoint
{
    public static async Task<FhirReply> Answer(HttpContext http, DoorMap doors, string type)
    {
        if (NotServed(doors, type) is { } absent)
            return absent;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return doors.IsStored(type) ? await StoredSearch.Answer(http, doors, type) : doors.Search(type) is { } search ? await Search(http, search) : FhirReply.NotSupported;
        if (doors.Resource(type) is not { } door)
            return FhirReply.NotSupported;
        return HttpMethods.IsPost(http.Request.Method) ? await Create(http, doors, door)
            : HttpMethods.IsPut(http.Request.Method) && http.Request.QueryString.HasValue ? await ConditionalEndpoint.Update(http, doors, door)
            : HttpMethods.IsPatch(http.Request.Method) && http.Request.QueryString.HasValue && doors.IsStored(type) ? await ConditionalEndpoint.Patch(http, doors, door)
            : HttpMethods.IsDelete(http.Request.Method) && http.Request.QueryString.HasValue ? await ConditionalEndpoint.Delete(http, doors, door)
            : FhirReply.NotSupported;
    }

    /// <summary>POST Type/_search: the parameters in a form, and so in no address.</summary>
    public static async Task<FhirReply> SearchByForm(HttpContext http, DoorMap doors, string type) =>
        NotServed(doors, type) ?? (doors.IsStored(type) && HttpMethods.IsPost(http.Request.Method) ? await StoredSearch.Answer(http, doors, type) : FhirReply.NotSupported);

    /// <summary>404 for types that are not FHIR's or have no door.</summary>
    public static FhirReply? NotServed(DoorMap doors, string type)
    {
        if (doors.Types.Contains(type))
            return null;
        return R4.Definitions.IsResource(type)
            ? FhirReply.Failed(404, Issue.Error("not-supported", "resource-type-not-served", $"{type}은(는) 제공하지 않습니다. /fhir/metadata를 확인하십시오.", $"{type} is not served here. See /fhir/metadata."))
            : FhirReply.Failed(404, Issue.Error("not-supported", "unknown-resource-type", "FHIR R4에 없는 자원 종류입니다.", "FHIR R4 has no such resource type."));
    }

    public static FhirReply WrongType(string type) => FhirReply.Failed(400, Issue.Error(
        "invariant", "resource-type-mismatch", $"주소는 {type}인데 본문의 resourceType이 다릅니다.", $"The address says {type}, the body's resourceType differs."));

    private static async Task<FhirReply> Search(HttpContext http, ISearchDoor door)
    {
        var (search, unknown) = QueryRules.Search(http.Request.Query, door);
        if (search is null)
            return unknown!;
        var (call, refusal) = Calls.Of(http, null);
        return call is null ? refusal! : await new RestrictedWalk(door, search, call).Page();
    }

    private static async Task<FhirReply> Create(HttpContext http, DoorMap doors, IResourceDoor door)
    {
        if (QueryRules.Unknown(http.Request.Query) is { } unknown)
            return unknown;
        var (body, refused) = await FhirBody.Read(http);
        if (body is null)
            return refused!;
        if (body.Type != door.Type)
            return WrongType(door.Type);
        var (call, refusal) = Calls.Of(http, body);
        if (call is null)
            return refusal!;
        var restricted = RestrictedDoor.For(door, call);
        return http.Request.Headers["If-None-Exist"] is [{ } condition, ..]
            ? await Conditional.Create(doors, door.Type, condition, call.AsSent(body.Bytes), alone => alone.Create(one => restricted.Create(body, one)))
            : await call.Create(one => restricted.Create(body, one));
    }
}
