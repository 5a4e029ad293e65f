using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>PUT, PATCH and DELETE of Type?search: of the one resource that the search finds.</summary>
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
        var stated = body.Root.Text("id");
        return await Conditional.One(
            doors, door.Type, Condition(http), call.AsSent(body.Bytes),
            (id, expecting) => stated is null || stated == id ? RestrictedDoor.For(door, expecting).Update(id, body, expecting) : Task.FromResult(FhirReply.Failed(400, Mismatch(door.Type))),
            alone => http.Request.Headers.IfMatch.Count > 0 ? Task.FromResult(FhirReply.Failed(412, Nothing))
                : stated is null ? Create(door, body, alone) : Task.FromResult(FhirReply.NotFound));
    }

    public static async Task<FhirReply> Patch(HttpContext http, DoorMap doors, IResourceDoor door)
    {
        var (patch, refused) = await SentPatch.Read(http);
        if (patch is null)
            return refused!;
        var (call, refusal) = Calls.Of(http, null);
        return call is null ? refusal! : await Conditional.One(
            doors, door.Type, Condition(http), call, (id, expecting) => PatchEndpoint.Apply(door, id, patch, expecting), _ => Task.FromResult(FhirReply.NotFound));
    }

    public static async Task<FhirReply> Delete(HttpContext http, DoorMap doors, IResourceDoor door)
    {
        var (call, refusal) = Calls.Of(http, null);
        return call is null ? refusal! : await Conditional.One(
            doors, door.Type, Condition(http), call, (id, expecting) => RestrictedDoor.For(door, expecting).Delete(id, expecting), _ => Task.FromResult(FhirReply.NotFound));
    }

    // The token was asked whether it may update; whether it may create is another question.
    private static Task<FhirReply> Create(IResourceDoor door, FhirDocument body, FhirCall alone)
    {
        var creates = alone.Scopes.For(door.Type, Interactions.Create);
        var creating = alone with { Restrictions = creates.Restrictions };
        return creates.Allowed ? RestrictedDoor.For(door, creating).Create(body, creating) : Task.FromResult(FhirReply.NotFound);
    }

    private static string Condition(HttpContext http) => http.Request.QueryString.Value!.TrimStart('?');

    private static Issue Nothing => Issue.Error("not-found", "if-match-nothing", "If-Match가 있는데 조건에 맞는 자원이 없습니다.", "There is an If-Match, and no resource fits the condition.");

    private static Issue Mismatch(string type) =>
        Issue.Error("invariant", "id-mismatch", "본문의 id가 조건이 찾은 자원의 id와 다릅니다.", "The body's id differs from that of the resource that the condition finds.", $"{type}.id");
}
