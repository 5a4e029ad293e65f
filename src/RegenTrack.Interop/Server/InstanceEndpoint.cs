using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>GET, PUT, PATCH and DELETE of Type/id.</summary>
internal static class InstanceEndpoint
{
    public static async Task<FhirReply> Answer(HttpContext http, DoorMap doors, string type, string id)
    {
        if (TypeEndpoint.NotServed(doors, type) is { } absent)
            return absent;
        if (doors.Resource(type) is not { } door)
            return FhirReply.NotSupported;
        if (QueryRules.Unknown(http.Request.Query) is { } unknown)
            return unknown;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            var (call, refusal) = Calls.Of(http, null);
            return call is null ? refusal! : await RestrictedDoor.For(door, call).Read(id, call);
        }

        if (HttpMethods.IsDelete(http.Request.Method))
        {
            var (call, refusal) = Calls.Of(http, null);
            return call is null ? refusal! : await RestrictedDoor.For(door, call).Delete(id, call);
        }

        return HttpMethods.IsPut(http.Request.Method) ? await Update(http, door, id)
            : HttpMethods.IsPatch(http.Request.Method) && doors.IsStored(type) ? await PatchEndpoint.Answer(http, door, id)
            : FhirReply.NotSupported;
    }

    private static async Task<FhirReply> Update(HttpContext http, IResourceDoor door, string id)
    {
        var (body, refused) = await FhirBody.Read(http);
        if (body is null)
            return refused!;
        if (body.Type != door.Type)
            return TypeEndpoint.WrongType(door.Type);
        if (body.Root.Text("id") != id)
            return FhirReply.Failed(400, Issue.Error("invariant", "id-mismatch", "본문의 id가 주소의 id와 같아야 합니다.", "The body's id must equal the id of the address.", $"{door.Type}.id"));
        var (call, refusal) = Calls.Of(http, body);
        return call is null ? refusal! : await RestrictedDoor.For(door, call).Update(id, body, call);
    }
}
