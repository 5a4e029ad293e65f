using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RegenTrack.App.Notices;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Notices;
using RegenTrack.Fhir.Json;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Notices;

/// <summary>Messages of a subscription: a Bundle of type history whose first entry is Parameters with the status.</summary>
/// <param name="events">The number of the last change that was counted.</param>
/// <param name="server">Address of the API for whoever gets it.</param>
internal sealed class NoticeBundle(NoticeSubscription subscription, long events, string server)
{
    /// <param name="kind">handshake, heartbeat, event-notification or query-event.</param>
    public JsonObject Write(string kind, NoticeContent content, IReadOnlyList<ToldNotice> notices)
    {
        var first = Status(kind, null);
        foreach (var notice in notices)
            first["parameter"]!.AsArray().Add(Told(notice, content));
        if (content == NoticeContent.Empty)
            first["parameter"]!.AsArray().RemoveAll(parameter => (string?)parameter!["name"] == "topic");
        var bundle = Resource("Bundle");
        bundle["type"] = "history";
        bundle["entry"] = Many(
        [
            new JsonObject
            {
                ["fullUrl"] = $"urn:uuid:{Id(kind, notices)}",
                ["resource"] = first,
                ["request"] = new JsonObject { ["method"] = "GET", ["url"] = $"{Address}/$status" },
                ["response"] = new JsonObject { ["status"] = "200" },
            },
            .. notices.Where(_ => content == NoticeContent.FullResource).Select(one => Full(one.Notice, one.Resource)).OfType<JsonObject>().DistinctBy(entry => (string?)entry["fullUrl"] + entry["response"]!["etag"]),
        ]);
        return bundle;
    }

    /// <summary>The Parameters alone.</summary>
    /// <param name="problem">Kind of the last trouble.</param>
    public JsonObject Status(string kind, string? problem)
    {
        var parameters = Resource("Parameters", subscription.Id.Value);
        parameters["meta"] = new JsonObject { ["profile"] = Many(JsonValue.Create(NoticeNames.Status)) };
        parameters["parameter"] = Many(
            new JsonObject { ["name"] = "subscription", ["valueReference"] = new JsonObject { ["reference"] = Address } },
            new JsonObject { ["name"] = "topic", ["valueCanonical"] = subscription.Wish!.Topic },
            new JsonObject { ["name"] = "status", ["valueCode"] = SubscriptionCodes.Of(subscription.State) },
            new JsonObject { ["name"] = "type", ["valueCode"] = kind },
            new JsonObject { ["name"] = "events-since-subscription-start", ["valueString"] = Number(events) },
            problem is null ? null : new JsonObject { ["name"] = "error", ["valueCodeableConcept"] = Text(NoticeProblem.Line(problem)) });
        return parameters;
    }

    private string Address => $"{server}/{NoticeNames.Type}/{subscription.Id.Value}";

    private JsonObject Told(ToldNotice told, NoticeContent content)
    {
        var (notice, isShown) = (told.Notice, told.IsShown);
        return new()
        {
            ["name"] = "notification-event",
            ["part"] = Many(
                new JsonObject { ["name"] = "event-number", ["valueString"] = Number(notice.Number) },
                isShown ? new JsonObject { ["name"] = "timestamp", ["valueInstant"] = Instant(notice.At) } : null,
                isShown && content != NoticeContent.Empty ? new JsonObject { ["name"] = "focus", ["valueReference"] = new JsonObject { ["reference"] = $"{server}/{notice.Type}/{notice.Id}" } } : null),
        };
    }

    private JsonObject? Full(QueuedNotice notice, StoredResource? resource) => resource is not { Body: { } body } ? null : new JsonObject
    {
        ["fullUrl"] = $"{server}/{notice.Type}/{notice.Id}",
        ["resource"] = JsonNode.Parse(Stamping.Stamped(body, resource.Version, resource.Updated)),
        ["request"] = new JsonObject { ["method"] = "PUT", ["url"] = $"{notice.Type}/{notice.Id}" },
        ["response"] = new JsonObject { ["status"] = "200", ["etag"] = $"W/\"{Number(resource.Version)}\"", ["lastModified"] = Instant(resource.Updated) },
    };

    // The same message once more has the same id, so that whoever got it twice can tell.
    private Guid Id(string kind, IReadOnlyList<ToldNotice> notices) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Address} {kind} {events} {string.Join(' ', notices.Select(one => one.Notice.Number))}")).AsSpan(0, 16));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
