using System.Text.Json;
using Microsoft.Net.Http.Headers;
using RegenTrack.App.Notices;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Outgoing;

namespace RegenTrack.Interop.Notices;

/// <summary><c>Subscription.channel.header</c>: lines of <c>Name: value</c>. Nobody reads a value again.</summary>
internal static class SubscriptionHeaders
{
    private const string Mask = "********";
    private const int Most = 10;
    private const int Longest = 4096;

    // They say how the message itself is to be read, or for whom it is.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Host, HeaderNames.ContentLength, HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.TransferEncoding, HeaderNames.Connection, HeaderNames.KeepAlive,
        HeaderNames.Upgrade, HeaderNames.TE, HeaderNames.Trailer, HeaderNames.Expect, HeaderNames.ProxyAuthorization, HeaderNames.ProxyConnection, HeaderNames.Cookie, "Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
    };

    public static string Masked(string name) => $"{name}: {Mask}";

    /// <summary>The headers, or what is wrong with them. No message repeats a value.</summary>
    /// <param name="held">Headers that are held already. A masked value stands for one of them at the server that it was given for, so that nobody can have it sent to another.</param>
    public static (IReadOnlyList<NoticeHeader> Headers, IReadOnlyList<Issue> Problems) Read(JsonElement channel, IReadOnlyList<NoticeHeader> held)
    {
        var (headers, problems) = (new List<NoticeHeader>(), new List<Issue>());
        var origin = OutgoingAddress.Read(channel.Text("endpoint"), anywhere: true) is { } endpoint ? NoticeHeader.OriginOf(endpoint) : "";
        foreach (var (index, line) in channel.Indexed("header"))
        {
            var place = $"Subscription.channel.header[{index}]";
            var (name, value) = line.GetString()?.Split(':', 2) is [var before, var after] ? (before.Trim(), after.Trim()) : ("", "");
            if (index >= Most || !IsName(name) || Own.Contains(name) || value.Length is 0 or > Longest || value.Any(one => one is < ' ' or > '~') || headers.Exists(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                problems.Add(Wrong(place));
            else if (value != Mask)
                headers.Add(new(name, value, origin));
            else if (held.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && one.Origin == origin) is { } known)
                headers.Add(known);
            else
                problems.Add(Unknown(place));
        }

        return (headers, problems);
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 100 && name.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_');

    private static Issue Wrong(string place) => Issue.Error(
        "value", "subscription-header",
        $"헤더는 '이름: 값' 꼴의 ASCII이고, 같은 이름은 한 번, 모두 {Most}개까지입니다. Host·Content-Type처럼 전송이 정하는 헤더는 쓸 수 없습니다.",
        $"A header is 'Name: value' in ASCII, each name once, {Most} at most. Headers that the transmission sets, such as Host or Content-Type, cannot be used.", place);

    private static Issue Unknown(string place) => Issue.Error(
        "value", "subscription-header-masked",
        "가려진 값은 이 수신 주소의 서버(스킴·호스트·포트)에 대해 이미 보관 중인 헤더에만 쓸 수 있습니다. 값을 적으십시오.",
        "A masked value stands for a header that is held already for this endpoint's server (scheme, host and port). Give the value.", place);
}
