using RegenTrack.Interop.Notices;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Web.Auth;

/// <summary>What registered clients may do at most, for what goes on without a token of theirs.</summary>
internal sealed class ClientCeilings(ClientStore clients) : IClientCeilings
{
    public async Task<GrantedScopes?> Of(string client, CancellationToken cancellation) =>
        await clients.Find(client, cancellation) is { RevokedAt: null } found ? found.Scopes : null;
}
