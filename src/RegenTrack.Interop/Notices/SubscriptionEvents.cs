using System.Globalization;
using Microsoft.AspNetCore.Http;
using RegenTrack.App.Notices;
using RegenTrack.App.Resources;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Notices;

/// <summary><c>$events</c>: changes by their numbers once more, for a system that missed some.</summary>
internal static class SubscriptionEvents
{
    /// <summary>Changes in one answer; the caller goes on behind the last.</summary>
    private const int Most = 100;

    public static async Task<FhirReply> Answer(HttpContext http, string id)
    {
        var (call, asked, refusal) = await NoticeCall.Read(http, ["eventsSinceNumber", "eventsUntilNumber", "content"]);
        if (call is null)
            return refusal!;
        if (Number(asked["eventsSinceNumber"], 1) is not { } since)
            return FhirReply.Failed(400, SearchIssues.Value("eventsSinceNumber", "1"));
        if (Number(asked["eventsUntilNumber"], long.MaxValue) is not { } until)
            return FhirReply.Failed(400, SearchIssues.Value("eventsUntilNumber", "1"));
        if (await NoticeCall.Find(call, id) is not { } subscription)
            return FhirReply.NotFound;
        var content = subscription.Wish!.Content;
        if (asked["content"].FirstOrDefault() is { } wanted)
        {
            if (SubscriptionCodes.Content(wanted) is not { } other)
                return FhirReply.Failed(400, SearchIssues.Value("content", "empty, id-only, full-resource"));
            content = other;
        }

        var type = NoticeTopic.Find(subscription.Wish.Topic)!.Type;
        if (ScopeGate.ReadRefusal(type, call.Scopes) is { } forbidden)
            return FhirReply.Failed(403, forbidden);
        var queue = call.Service<NoticeQueue>();
        var progress = await queue.Progress(subscription.Id, call.CancellationToken);
        var notices = await queue.Between(subscription.Id, since, until, Most, call.CancellationToken);
        var told = await new NoticeContents(call.Service<ResourceReader>()).Of(subscription, notices, content, call.Scopes.For(type, Interactions.Read), call.CancellationToken);
        return FhirReply.Ok(new NoticeBundle(subscription, progress.Events, call.Base).Write("query-event", content, told));
    }

    private static long? Number(IEnumerable<string> values, long otherwise) =>
        values.FirstOrDefault() is not { } text ? otherwise : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
