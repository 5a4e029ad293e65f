using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>The shared secret of a system that cannot sign.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class SecretModel(ClientStore clients) : ClientPage(clients)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostMake(CancellationToken ct)
    {
        if (!IsConfirmed())
            return Page();
        return await Clients.Rotate(Client.Id, Actor.Id, ct) is { } secret ? new ShownOnce(Client.Id, secret, $"/admin/clients/{Client.Id}").Show(this) : NotFound();
    }

    public async Task<IActionResult> OnPostRemove(CancellationToken ct)
    {
        if (!IsConfirmed())
            return Page();
        return await Clients.RemoveSecret(Client.Id, Actor.Id, ct) ? Back() : NotFound();
    }
}
