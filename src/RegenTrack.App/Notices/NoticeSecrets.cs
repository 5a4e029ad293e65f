using System.Text.Json;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Notices;

namespace RegenTrack.App.Notices;

/// <summary>Values of the HTTP headers of a subscription. They let the hospital know who sends, so they are kept as identities are: sealed, outside the events, destroyed with the subscription.</summary>
public sealed class NoticeSecrets(IdentityVault vault)
{
    private const string Purpose = "notice-headers";

    /// <summary>What a command brings to the vault.</summary>
    /// <param name="end">Of the subscription.</param>
    public static NewIdentity Kept(NoticeSubscriptionId subscription, IReadOnlyList<NoticeHeader> headers, DateTimeOffset end) =>
        new(Reference(subscription), Purpose, KoreanTime.DayOf(end), JsonSerializer.SerializeToElement(headers, EventJson.Options));

    /// <summary>The headers of a subscription; none when it has none.</summary>
    public async Task<IReadOnlyList<NoticeHeader>> Of(NoticeSubscriptionId subscription, CancellationToken cancellation) =>
        await vault.Get(Reference(subscription), cancellation) is { } held ? held.Deserialize<List<NoticeHeader>>(EventJson.Options) ?? [] : [];

    internal static string Reference(NoticeSubscriptionId subscription) => $"notice-subscription:{subscription.Value}";
}

/// <summary>An HTTP header that a notice carries.</summary>
/// <param name="Value">A secret: it stands in no event, answer, log or message.</param>
/// <param name="Origin">The server that it was given for: the only one that gets it.</param>
public sealed record NoticeHeader(string Name, string Value, string Origin)
{
    /// <summary>Scheme, host and port of an endpoint.</summary>
    public static string OriginOf(Uri endpoint) => $"{endpoint.Scheme}://{endpoint.IdnHost}:{endpoint.Port}";

    public override string ToString() => Name;
}
