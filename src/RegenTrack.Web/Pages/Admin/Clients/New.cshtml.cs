using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>A new system client, with its public keys; or with a secret, which is shown once.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class NewModel(ClientStore clients, ClientKeys keys, IOptions<AuthOptions> options) : RegenPage
{
    [BindProperty]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Institution { get; set; } = "";

    [BindProperty]
    public string Way { get; set; } = ClientForm.ByKeys;

    [BindProperty]
    public string? Jwks { get; set; }

    [BindProperty]
    public string? KeysUrl { get; set; }

    [BindProperty]
    public string? Preset { get; set; } = ScopePreset.All[0].Key;

    [BindProperty]
    public string? Scopes { get; set; }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        Refuse(ClientForm.Against(Id, Name, Institution));
        var (ceiling, narrow) = ScopePreset.Read(Preset, Scopes);
        var (given, odd) = Way == ClientForm.ByKeys ? ClientForm.Keys(Jwks) : ([], null);
        var (address, wrong) = Way == ClientForm.ByAddress ? ClientForm.Address(KeysUrl, options) : (null, null);
        Refuse(new[] { odd, wrong, narrow }.OfType<Refusal>());
        if (!ModelState.IsValid)
            return Page();
        if (Way == ClientForm.BySecret)
            return await clients.Create(Id, Name.Trim(), Institution, ceiling, Actor.Id, ct) is { } secret ? new ShownOnce(Id, secret, $"/admin/clients/{Id}").Show(this) : Taken();
        return await Register(ceiling, given, address, ct) ? RedirectToPage("/Admin/Clients/Detail", new { id = Id }) : Taken();
    }

    private async Task<bool> Register(GrantedScopes ceiling, IReadOnlyList<ClientKey> given, Uri? address, CancellationToken ct) =>
        await clients.Register(Id, Name.Trim(), Institution, ceiling, address, Actor.Id, ct) && await keys.Add(Id, given, Actor.Id, ct) is [];

    private PageResult Taken()
    {
        Refuse([new Refusal("client-exists", "이미 있는 client_id입니다. 다른 값을 정하십시오.", "This client exists. Choose another id.", field: nameof(Id))]);
        return Page();
    }
}
