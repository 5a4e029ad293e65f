using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>Ends a client for good.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class RevokeModel(ClientStore clients) : ClientPage(clients)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (!IsConfirmed())
            return Page();
        return await Clients.Revoke(Client.Id, Actor.Id, ct) ? Back() : NotFound();
    }
}
