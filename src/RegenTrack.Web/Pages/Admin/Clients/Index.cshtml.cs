using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>The systems that may speak FHIR, each for one institution.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class IndexModel(ClientStore clients) : RegenPage
{
    public IReadOnlyList<SystemClient> Clients { get; private set; } = [];

    public async Task OnGet(CancellationToken ct) => Clients = await clients.List(ct);

    public async Task<IActionResult> OnPostRotate(string id, CancellationToken ct) =>
        await clients.Rotate(id, Actor.Id, ct) is { } secret ? new ShownOnce(id, secret, "/admin/clients").Show(this) : NotFound();

    public async Task<IActionResult> OnPostRevoke(string id, CancellationToken ct) =>
        await clients.Revoke(id, Actor.Id, ct) ? RedirectToPage(new { id = (string?)null }) : NotFound();
}
