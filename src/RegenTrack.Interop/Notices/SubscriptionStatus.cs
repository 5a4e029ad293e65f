using Microsoft.AspNetCore.Http;
using RegenTrack.App.Notices;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Notices;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Notices;

/// <summary><c>$status</c>: where a subscription stands, or all of the institution's.</summary>
internal static class SubscriptionStatus
{
    private static readonly string[] Known = ["requested", "active", "error", "off"];

    public static async Task<FhirReply> One(HttpContext http, string id)
    {
        var (call, _, refusal) = await NoticeCall.Read(http, ["id", "status"]);
        if (call is null)
            return refusal!;
        return await NoticeCall.Find(call, id) is { } subscription ? FhirReply.SearchSet([await Of(subscription, call)], 1) : FhirReply.NotFound;
    }

    public static async Task<FhirReply> All(HttpContext http, DoorMap doors)
    {
        var (call, asked, refusal) = await NoticeCall.Read(http, ["id", "status"]);
        if (call is null)
            return refusal!;
        var (ids, states) = (asked["id"].ToList(), asked["status"].ToList());
        if (states.Exists(state => !Known.Contains(state)))
            return FhirReply.Failed(400, SearchIssues.Value("status", string.Join(", ", Known)));
        var sight = new Sight(call, new SearchSetting(call.Base, call.Now, doors.IsStored));
        IEnumerable<ResourceCondition> conditions = ids.Count == 0 ? [] : [new ResourceCondition.AnyId([.. ids.Where(ReferencePath.IsId)])];
        var found = await call.Service<ResourceSearch>().Ids(sight.Query(NoticeNames.Type, conditions), RequestNotices.Most + 1, call.CancellationToken);
        var subscriptions = (await call.Service<Store>().OpenSession().LoadAll(NoticeStream.Type, [.. found.Order(StringComparer.Ordinal)], call.CancellationToken)).Select(loaded => loaded.State)
            .Where(subscription => states.Count == 0 || states.Contains(SubscriptionCodes.Of(subscription.State))).ToList();
        var shown = new List<System.Text.Json.Nodes.JsonObject>();
        foreach (var subscription in subscriptions)
            shown.Add(await Of(subscription, call));
        return FhirReply.SearchSet(shown, shown.Count);
    }

    private static async Task<System.Text.Json.Nodes.JsonObject> Of(NoticeSubscription subscription, FhirCall call)
    {
        var progress = await call.Service<NoticeQueue>().Progress(subscription.Id, call.CancellationToken);
        return new NoticeBundle(subscription, progress.Events, call.Base).Status("query-status", subscription.Problem ?? progress.Problem);
    }
}
