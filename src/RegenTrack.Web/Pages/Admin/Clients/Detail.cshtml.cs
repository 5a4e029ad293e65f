using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>One client: what it may do, its keys, and what happened to it.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class DetailModel(ClientStore clients, ClientKeys keys, KeyFetch fetch, AuthLog log) : ClientPage(clients)
{
    public IReadOnlyList<RegisteredKey> Keys { get; private set; } = [];

    /// <summary>The keys at the client's address just now; null when they could not be fetched.</summary>
    public IReadOnlyList<ClientKey>? Published { get; private set; }

    public IReadOnlyList<AuthLogEntry> Log { get; private set; } = [];

    protected override bool ShowsRevoked => true;

    public async Task OnGet(CancellationToken ct)
    {
        Keys = await keys.List(Client.Id, ct);
        Log = await log.About(Client.Id, ct);
        if (Client is { KeysUrl: { } address, RevokedAt: null })
            Published = await fetch.From(address, ct);
    }
}
