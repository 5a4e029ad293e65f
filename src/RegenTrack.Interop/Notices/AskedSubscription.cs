using System.Text.Json;
using Microsoft.Extensions.Options;
using RegenTrack.App.Notices;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Notices;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Notices;

/// <summary>A Subscription as a hospital sends it → what is asked for, with the secrets that come with it.</summary>
internal sealed record AskedSubscription(RequestNotices Request, NewIdentity Secrets)
{
    /// <param name="isNew">Whether it is made; else it is there, and whoever writes back what was read asks anew: the endpoint has to answer again.</param>
    public static async Task<(AskedSubscription? Asked, IReadOnlyList<Issue> Problems)> Read(NoticeSubscriptionId id, JsonElement body, bool isNew, InstitutionId institution, FhirCall call)
    {
        var status = body.Text("status");
        if (isNew ? status is not "requested" : status is not ("requested" or "active" or "error" or "off"))
            return (null, [isNew ? Wrong("새 구독의 status는 requested입니다.", "The status of a new subscription is requested.") : Wrong("status는 requested 또는 off입니다.", "The status is requested or off.")]);
        var held = isNew ? [] : await call.Service<NoticeSecrets>().Of(id, call.CancellationToken);
        var setting = new SearchSetting(call.Base, call.Now, call.Service<DoorMap>().IsStored);
        var (wish, headers, problems) = new ReadSubscription(body, setting, call.Service<IOptions<NoticeOptions>>().Value.Anywhere).Read(held);
        if (wish is null)
            return (null, problems);
        var topic = NoticeTopic.Find(wish.Topic)!;
        if (ScopeGate.ReadRefusal(topic.Type, call.Scopes, "Subscription.criteria") is { } forbidden)
            return (null, [forbidden]);
        var request = new RequestNotices(id, institution, call.Actor.Id, NoticeScope.Of(call.Scopes, topic), call.Base, wish, Off: status == "off");
        return (new AskedSubscription(request, NoticeSecrets.Kept(id, headers, wish.End)), []);
    }

    /// <summary>The refusal of what cannot be asked for, or may not.</summary>
    public static FhirReply Refused(IReadOnlyList<Issue> problems) => FhirReply.Failed(problems.All(problem => problem.Type == "forbidden") ? 403 : 422, problems);

    /// <summary>Where something of a request stands in the resource.</summary>
    public static string Place(string? field) => field switch
    {
        nameof(NoticeWish.Reason) => "Subscription.reason",
        nameof(NoticeWish.End) => "Subscription.end",
        nameof(NoticeWish.TimeoutSeconds) or nameof(NoticeWish.MaxCount) or nameof(NoticeWish.HeartbeatSeconds) => "Subscription.channel.extension",
        _ => "Subscription",
    };

    private static Issue Wrong(string korean, string english) => Issue.Error("value", "subscription-status", korean, english, "Subscription.status");
}
