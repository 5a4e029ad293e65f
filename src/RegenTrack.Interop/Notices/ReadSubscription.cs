using System.Text.Json;
using RegenTrack.App.Notices;
using RegenTrack.Domain.Notices;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Outgoing;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Notices;

/// <summary>A Subscription as a hospital sends it → what it wishes. Whatever would not be honoured is refused, not left out.</summary>
internal sealed class ReadSubscription(JsonElement resource, SearchSetting setting, bool anywhere)
{
    // The server's own (error) or about the resource as such; what a client sends there changes nothing.
    private static readonly string[] Known = ["resourceType", "id", "meta", "text", "language", "status", "reason", "end", "criteria", "_criteria", "channel", "error"];
    private static readonly string[] KnownOfChannel = ["id", "type", "endpoint", "payload", "_payload", "header", "extension"];

    private readonly List<Issue> problems = [];

    /// <summary>The wish with its headers, or what is wrong.</summary>
    /// <param name="held">Headers that are held already: a value that was masked in what the hospital read stands for them, at the same server.</param>
    public (NoticeWish? Wish, IReadOnlyList<NoticeHeader> Headers, IReadOnlyList<Issue> Problems) Read(IReadOnlyList<NoticeHeader> held)
    {
        foreach (var member in resource.EnumerateObject().Where(member => !Known.Contains(member.Name)))
            Refuse("not-supported", "subscription-element", "이 요소는 구독에 쓰지 않습니다. 빼고 보내십시오.", "This element is not used in a subscription here. Send it without.", member.Name);
        var channel = resource.At("channel") ?? default;
        foreach (var member in channel.EnumerateObject().Where(member => !KnownOfChannel.Contains(member.Name)))
            Refuse("not-supported", "subscription-element", "이 요소는 구독에 쓰지 않습니다. 빼고 보내십시오.", "This element is not used in a subscription here. Send it without.", $"channel.{member.Name}");
        var topic = Topic();
        var (headers, header) = SubscriptionHeaders.Read(channel, held);
        problems.AddRange(header);
        Channel(channel);
        if (resource.Instant("end") is null)
            Refuse("required", "subscription-end-required", "구독에는 끝나는 시각(end)이 있어야 합니다. 예: 2027-12-31T00:00:00Z", "A subscription says when it ends, as in 2027-12-31T00:00:00Z.", "end");
        var wish = new NoticeWish(
            topic?.Url ?? "", [.. Filters(topic)], channel.Text("endpoint") ?? "", Content(channel), [.. headers.Select(one => one.Name)],
            resource.Text("reason") ?? "", resource.Instant("end") ?? default, Whole(channel, NoticeNames.Timeout), Whole(channel, NoticeNames.MaxCount), Whole(channel, NoticeNames.Heartbeat));
        return problems.Count > 0 ? (null, [], problems) : (wish, headers, []);
    }

    private NoticeTopic? Topic()
    {
        var topic = NoticeTopic.Find(resource.Text("criteria"));
        if (topic is null)
        {
            var known = string.Join(", ", NoticeTopic.All.Select(one => one.Url));
            Refuse("value", "subscription-topic-unknown", $"criteria는 주제의 주소여야 합니다. 쓸 수 있는 것: {known}", $"criteria is the address of a topic. Possible are: {known}", "criteria");
        }

        return topic;
    }

    private IEnumerable<string> Filters(NoticeTopic? topic)
    {
        foreach (var (index, extension) in resource.Indexed("_criteria", "extension"))
        {
            var place = $"criteria.extension[{index}]";
            if (extension.Text("url") != NoticeNames.Filter || extension.Text("valueString") is not { } filter)
                Refuse("not-supported", "subscription-extension", $"여기에는 {NoticeNames.Filter}(valueString)만 쓸 수 있습니다.", $"Only {NoticeNames.Filter} (valueString) is used here.", place);
            else if (topic is not null && NoticeFilter.Problems(filter, topic, setting, $"Subscription.{place}") is { Count: > 0 } wrong)
                problems.AddRange(wrong);
            else
                yield return filter;
        }
    }

    private void Channel(JsonElement channel)
    {
        if (channel.Text("type") != NoticeNames.Channel)
            Refuse("not-supported", "subscription-channel", "rest-hook 채널만 제공합니다.", "Only the channel rest-hook is served.", "channel.type");
        if (channel.Text("payload") != FhirFormat.MediaType)
            Refuse("not-supported", "subscription-payload", $"payload는 {FhirFormat.MediaType}이어야 합니다.", $"payload is {FhirFormat.MediaType}.", "channel.payload");
        if (OutgoingAddress.Read(channel.Text("endpoint"), anywhere) is null)
            Refuse("value", "subscription-endpoint", "endpoint는 공인망의 https 주소여야 합니다(사용자 정보와 # 없이).", "The endpoint is an https address of the public network, without user information and fragment.", "channel.endpoint");
        string[] known = [NoticeNames.Heartbeat, NoticeNames.Timeout, NoticeNames.MaxCount];
        foreach (var (index, extension) in channel.Indexed("extension").Where(one => !known.Contains(one.Item.Text("url"))))
            Refuse("not-supported", "subscription-extension", $"여기에 쓸 수 있는 확장: {string.Join(", ", known)}", $"Extensions used here are: {string.Join(", ", known)}", $"channel.extension[{index}]");
    }

    private NoticeContent Content(JsonElement channel)
    {
        var extensions = channel.Items("_payload", "extension").ToList();
        switch (extensions)
        {
            case []:
                return NoticeContent.IdOnly;
            case [var only] when only.Text("url") == NoticeNames.Content && SubscriptionCodes.Content(only.Text("valueCode")) is { } content:
                return content;
            default:
                Refuse("value", "subscription-content", $"{NoticeNames.Content}는 empty, id-only, full-resource 중 하나입니다.", $"{NoticeNames.Content} is empty, id-only or full-resource.", "channel.payload.extension");
                return default;
        }
    }

    private static int? Whole(JsonElement channel, string url) =>
        channel.ExtensionAt(url) is { } extension && (extension.Number("valueUnsignedInt") ?? extension.Number("valuePositiveInt")) is { } number ? (int)number : null;

    private void Refuse(string type, string code, string korean, string english, string place) => problems.Add(Issue.Error(type, code, korean, english, $"Subscription.{place}"));
}
