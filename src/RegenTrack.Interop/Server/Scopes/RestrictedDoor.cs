using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server.Scopes;

/// <summary>A door as a token with restricted scopes sees it: what does not fit is absent, and cannot be written either.</summary>
internal sealed class RestrictedDoor(IResourceDoor door) : IResourceDoor
{
    public string Type => door.Type;

    /// <summary>The door itself when nothing restricts the call.</summary>
    public static IResourceDoor For(IResourceDoor door, FhirCall call) => call.Restrictions.Count == 0 ? door : new RestrictedDoor(door);

    public async Task<FhirReply> Read(string id, FhirCall call) => await door.Read(id, call) is var reply && Shows(reply, call) ? reply : FhirReply.NotFound;

    public async Task<FhirReply> Create(FhirDocument body, FhirCall call) =>
        Refusal(body.Root, call) is { } refused ? FhirReply.Failed(403, refused) : await door.Create(body, call);

    public async Task<FhirReply> Update(string id, FhirDocument body, FhirCall call) =>
        !await Sees(id, call) ? FhirReply.NotFound
        : Refusal(body.Root, call) is { } refused ? FhirReply.Failed(403, refused)
        : await door.Update(id, body, call);

    public async Task<FhirReply> Delete(string id, FhirCall call) => await Sees(id, call) ? await door.Delete(id, call) : FhirReply.NotFound;

    /// <summary>What is to be written must fit, so that a token cannot write what it could not read.</summary>
    public static Issue? Refusal(JsonElement resource, FhirCall call, string? expression = null) => ScopeRestriction.Fits(call.Restrictions, resource) ? null : Issue.Error(
        "forbidden",
        "scope-restricted",
        "이 토큰의 범위가 허용하는 자원이 아닙니다. 범위의 검색 조건을 확인하십시오.",
        "The token's scopes do not allow this resource. See the search parameters of its scopes.",
        expression);

    private async Task<bool> Sees(string id, FhirCall call) => await door.Read(id, call) is { Status: < 300 } reply && Shows(reply, call);

    // Of a deletion nothing is left that could fit; not even its version is told.
    private static bool Shows(FhirReply reply, FhirCall call) => reply.Status < 300 ? Fits(reply.Shown, call) : reply.Status != StatusCodes.Status410Gone;

    /// <summary>Whether the token's scopes let a resource be seen.</summary>
    public static bool Fits(JsonNode? resource, FhirCall call) =>
        resource is JsonObject shown && ScopeRestriction.Fits(call.Restrictions, JsonElement.Parse(((JsonObject)shown.DeepClone()).ToFhir()));
}
