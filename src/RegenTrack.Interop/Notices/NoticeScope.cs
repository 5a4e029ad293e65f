using System.Text.Json;
using RegenTrack.Domain.Notices;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Notices;

/// <summary>What a subscription may tell: what its token let be read when it was asked for, within what its client may read now.</summary>
internal sealed class NoticeScope(IClientCeilings clients)
{
    /// <summary>The scopes of a token as far as they let a topic's resources be read; empty when they do not.</summary>
    public static string Of(GrantedScopes granted, NoticeTopic topic) =>
        string.Join(' ', granted.Scopes.Where(scope => scope.Allows(topic.Type, Interactions.Read)));

    /// <summary>What may be told of a topic at the moment.</summary>
    public async Task<ScopeAnswer> Now(NoticeSubscription subscription, NoticeTopic topic, CancellationToken cancellation) =>
        await clients.Of(subscription.Client, cancellation) is { } ceiling
            ? GrantedScopes.Parse(subscription.Scopes).Within(ceiling).For(topic.Type, Interactions.Read)
            : ScopeAnswer.Forbidden;

    /// <summary>What its token let be told when it was asked for.</summary>
    public static ScopeAnswer Asked(NoticeSubscription subscription, NoticeTopic topic) => GrantedScopes.Parse(subscription.Scopes).For(topic.Type, Interactions.Read);

    public static bool Shows(ScopeAnswer scope, JsonElement resource) => scope.Allowed && ScopeRestriction.Fits(scope.Restrictions, resource);
}

/// <summary>What registered clients may do at most, as their administrator set it. The host knows.</summary>
public interface IClientCeilings
{
    /// <summary>Null for a client that was revoked, or that there is not.</summary>
    Task<GrantedScopes?> Of(string client, CancellationToken cancellation);
}
