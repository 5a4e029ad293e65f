using System.Text.Json.Nodes;
using RegenTrack.Domain.Notices;
using RegenTrack.Interop.Server;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Notices;

/// <summary>A subscription to notices → Subscription, profile notice-subscription. Values of headers are masked.</summary>
internal static class MapSubscription
{
    public static JsonObject Write(NoticeSubscription subscription)
    {
        var wish = subscription.Wish!;
        var resource = Resource(NoticeNames.Type, subscription.Id.Value);
        resource["meta"] = new JsonObject { ["profile"] = Many(JsonValue.Create(NoticeNames.Profile)) };
        resource["status"] = SubscriptionCodes.Of(subscription.State);
        resource["end"] = Instant(wish.End);
        resource["reason"] = wish.Reason;
        resource["criteria"] = wish.Topic;
        resource["_criteria"] = new JsonObject { ["extension"] = Many(wish.Filters.Select(filter => Extension(NoticeNames.Filter, "valueString", filter))) };
        resource["error"] = subscription is { State: NoticeState.Failing, Problem: { } problem } ? NoticeProblem.Line(problem) : null;
        resource["channel"] = new JsonObject
        {
            ["extension"] = Many(
                wish.HeartbeatSeconds is { } heartbeat ? Extension(NoticeNames.Heartbeat, "valueUnsignedInt", heartbeat) : null,
                wish.TimeoutSeconds is { } timeout ? Extension(NoticeNames.Timeout, "valueUnsignedInt", timeout) : null,
                wish.MaxCount is { } most ? Extension(NoticeNames.MaxCount, "valuePositiveInt", most) : null),
            ["type"] = NoticeNames.Channel,
            ["endpoint"] = wish.Endpoint,
            ["payload"] = FhirFormat.MediaType,
            ["_payload"] = new JsonObject { ["extension"] = Many(Extension(NoticeNames.Content, "valueCode", SubscriptionCodes.Of(wish.Content))) },
            ["header"] = Many(wish.Headers.Select(name => JsonValue.Create(SubscriptionHeaders.Masked(name)))),
        };
        return resource;
    }
}
