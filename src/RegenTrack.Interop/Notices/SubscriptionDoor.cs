using System.Text.Json;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Notices;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Notices;

/// <summary>Asking for notices, changing what was asked for, and taking it back.</summary>
internal sealed class SubscriptionDoor : IResourceDoor
{
    public string Type => NoticeNames.Type;

    public async Task<FhirReply> Create(FhirDocument body, FhirCall call)
    {
        var id = new NoticeSubscriptionId(call.NewId("subscription"));
        return await Requested(id, body.Root, isNew: true, call) is { } refused ? refused : await call.Created(Type, id.Value);
    }

    public async Task<FhirReply> Update(string id, FhirDocument body, FhirCall call) =>
        await Requested(new NoticeSubscriptionId(id), body.Root, isNew: false, call) is { } refused ? refused : await call.Updated(Type, id);

    public async Task<FhirReply> Delete(string id, FhirCall call) =>
        FhirReply.From(await call.Send(new WithdrawNotices(new(id))), _ => new FhirReply(204));

    /// <summary>Null when it is asked for now.</summary>
    private static async Task<FhirReply?> Requested(NoticeSubscriptionId id, JsonElement body, bool isNew, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        var (asked, problems) = await AskedSubscription.Read(id, body, isNew, new(institution), call);
        if (asked is null)
            return AskedSubscription.Refused(problems);
        var outcome = await call.Send(asked.Request, identities: [asked.Secrets]);
        return outcome is CommandOutcome.Accepted ? null : FhirReply.Refused(outcome, AskedSubscription.Place);
    }
}
