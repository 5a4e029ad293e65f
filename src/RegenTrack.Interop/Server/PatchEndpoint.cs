using Microsoft.AspNetCore.Http;
using RegenTrack.Domain.Law;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>PATCH of Type/id. What comes out is an update like any other.</summary>
internal static class PatchEndpoint
{
    public static async Task<FhirReply> Answer(HttpContext http, IResourceDoor door, string id)
    {
        var (patch, refused) = await SentPatch.Read(http);
        if (patch is null)
            return refused!;
        var (call, refusal) = Calls.Of(http, null);
        return call is null ? refusal! : await Apply(door, id, patch, call);
    }

    public static async Task<FhirReply> Apply(IResourceDoor door, string id, SentPatch patch, FhirCall call)
    {
        var read = await RestrictedDoor.For(door, call).Read(id, call);
        if (read.Stored is not { Body: { } body } stored)
            return read;
        var (document, issues) = patch.Applied(body, KoreanTime.DayOf(call.Now));
        if (document is null)
            return FhirReply.Unprocessable(issues);

        // What was patched is what was read: somebody else's change in between is a conflict even if the caller named no version.
        var expecting = call.AsSent(patch.Bytes).At(stored.Version);
        return await RestrictedDoor.For(door, expecting).Update(id, OwnAddress.Localised(document, call.Base), expecting);
    }
}
