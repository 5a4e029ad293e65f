using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>PUT and DELETE of Type?search: of the one resource that the search finds.</summary>
internal static class ConditionalEndpoint
{
    public static async Task<FhirReply> Update(HttpContext http, DoorMap doors, IResourceDoor door)
    {
        var (body, refused) = await FhirBody.Read(http);
        if (body is null)
            return refused!;
        if (body.Type != door.Type)
            return TypeEndpoint.WrongType(door.Type);
        var (call, refusal) = Calls.Of(http, body);
        if (call is null)
            return refusal!;
        var (restricted, condition, stated) = (RestrictedDoor.For(door, call), Condition(http), body.Root.Text("id"));
        return await Conditional.One(
            doors, door.Type, condition, call,
            id => stated is null || stated == id ? restricted.Update(id, body, call) : Task.FromResult(FhirReply.Failed(400, Mismatch(door.Type))),
            () => stated is null && call.Scopes.For(door.Type, Interactions.Create) is { Allowed: true } ? Conditional.Create(doors, door.Type, condition, call, alone => restricted.Create(body, alone)) : Task.FromResult(FhirReply.NotFound));
    }

    public static async Task<FhirReply> Delete(HttpContext http, DoorMap doors, IResourceDoor door)
    {
        var (call, refusal) = Calls.Of(http, null);
        return call is null ? refusal! : await Conditional.One(
            doors, door.Type, Condition(http), call, id => RestrictedDoor.For(door, call).Delete(id, call), () => Task.FromResult(FhirReply.NotFound));
    }

    private static string Condition(HttpContext http) => http.Request.QueryString.Value!.TrimStart('?');

    private static Issue Mismatch(string type) =>
        Issue.Error("invariant", "id-mismatch", "본문의 id가 조건이 찾은 자원의 id와 다릅니다.", "The body's id differs from that of the resource that the condition finds.", $"{type}.id");
}
