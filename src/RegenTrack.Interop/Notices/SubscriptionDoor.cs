using Microsoft.Extensions.Options;
using RegenTrack.App.Notices;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Notices;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Notices;

/// <summary>Asking for notices, changing what was asked for, and taking it back.</summary>
internal sealed class SubscriptionDoor : IResourceDoor
{
    public string Type => NoticeNames.Type;

    public async Task<FhirReply> Create(FhirDocument body, FhirCall call)
    {
        if (body.Root.Text("status") is not "requested")
            return FhirReply.Unprocessable(Wrong("새 구독의 status는 requested입니다.", "The status of a new subscription is requested."));
        var id = new NoticeSubscriptionId(call.NewId("subscription"));
        return await Requested(id, body, [], call) is { } refused ? refused : await call.Created(Type, id.Value);
    }

    public async Task<FhirReply> Update(string id, FhirDocument body, FhirCall call)
    {
        // Whoever writes back what was read asks anew: the endpoint has to answer again.
        if (body.Root.Text("status") is not ("requested" or "active" or "error" or "off"))
            return FhirReply.Unprocessable(Wrong("status는 requested 또는 off입니다.", "The status is requested or off."));
        var subscription = new NoticeSubscriptionId(id);
        var held = await call.Service<NoticeSecrets>().Of(subscription, call.CancellationToken);
        return await Requested(subscription, body, held, call) is { } refused ? refused : await call.Updated(Type, id);
    }

    public async Task<FhirReply> Delete(string id, FhirCall call) =>
        FhirReply.From(await call.Send(new WithdrawNotices(new(id))), _ => new FhirReply(204));

    /// <summary>Null when it is asked for now.</summary>
    private static async Task<FhirReply?> Requested(NoticeSubscriptionId id, FhirDocument body, IReadOnlyList<NoticeHeader> held, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        var setting = new SearchSetting(call.Base, call.Now, call.Service<DoorMap>().IsStored);
        var (wish, headers, problems) = new ReadSubscription(body.Root, setting, call.Service<IOptions<NoticeOptions>>().Value.Anywhere).Read(held);
        if (wish is null)
            return FhirReply.Unprocessable(problems);
        var topic = NoticeTopic.Find(wish.Topic)!;
        if (ScopeGate.ReadRefusal(topic.Type, call.Scopes, "Subscription.criteria") is { } forbidden)
            return FhirReply.Failed(403, forbidden);
        var asked = new RequestNotices(id, new(institution), call.Actor.Id, NoticeScope.Of(call.Scopes, topic), call.Base, wish, Off: body.Root.Text("status") == "off");
        var outcome = await call.Send(asked, identities: [NoticeSecrets.Kept(id, headers, wish.End)]);
        return outcome is CommandOutcome.Accepted ? null : FhirReply.Refused(outcome, Place);
    }

    private static string Place(string? field) => field switch
    {
        nameof(NoticeWish.Reason) => "Subscription.reason",
        nameof(NoticeWish.End) => "Subscription.end",
        nameof(NoticeWish.TimeoutSeconds) or nameof(NoticeWish.MaxCount) or nameof(NoticeWish.HeartbeatSeconds) => "Subscription.channel.extension",
        _ => "Subscription",
    };

    private static Issue Wrong(string korean, string english) => Issue.Error("value", "subscription-status", korean, english, "Subscription.status");
}
