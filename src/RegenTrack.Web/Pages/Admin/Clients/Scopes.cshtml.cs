using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>What the client's tokens may allow at most.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class ScopesModel(ClientStore clients) : ClientPage(clients)
{
    [BindProperty]
    public string? Preset { get; set; }

    [BindProperty]
    public string? Scopes { get; set; }

    public void OnGet()
    {
        Preset = ScopePreset.All.FirstOrDefault(preset => preset.Scopes == Client.Ceiling)?.Key ?? ScopePreset.Custom;
        Scopes = Preset == ScopePreset.Custom ? Client.Ceiling : null;
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var (ceiling, refusal) = ScopePreset.Read(Preset, Scopes);
        if (refusal is null)
            return await Clients.SetCeiling(Client.Id, ceiling, Actor.Id, ct) ? Back() : NotFound();
        Refuse([refusal]);
        return Page();
    }
}
