using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>Removes one registered key.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class RemoveKeyModel(ClientStore clients, ClientKeys keys) : ClientPage(clients)
{
    public ClientKey Key { get; private set; } = null!;

    /// <summary>Whether the client cannot prove itself any more afterwards.</summary>
    public bool IsLast { get; private set; }

    public async Task<IActionResult> OnGet(string thumbprint, CancellationToken ct) => await Load(thumbprint, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string thumbprint, CancellationToken ct)
    {
        if (!await Load(thumbprint, ct))
            return NotFound();
        if (!IsConfirmed())
            return Page();
        return await keys.Remove(Client.Id, Key.Id, Actor.Id, ct) ? Back() : NotFound();
    }

    private async Task<bool> Load(string thumbprint, CancellationToken ct)
    {
        var registered = await keys.List(Client.Id, ct);
        if (registered.FirstOrDefault(one => one.Key.Thumbprint == thumbprint) is not { } found)
            return false;
        (Key, IsLast) = (found.Key, registered.Count == 1 && Client is { KeysUrl: null, HasSecret: false });
        return true;
    }
}
