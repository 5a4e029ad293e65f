using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>Adds keys beside the old ones, or says where keys are fetched.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class KeysModel(ClientStore clients, ClientKeys keys, IOptions<AuthOptions> options) : ClientPage(clients)
{
    [BindProperty]
    public string? Jwks { get; set; }

    [BindProperty]
    public string? KeysUrl { get; set; }

    public void OnGet() => KeysUrl = Client.KeysUrl?.ToString();

    public async Task<IActionResult> OnPostAdd(CancellationToken ct)
    {
        KeysUrl = Client.KeysUrl?.ToString();
        var (given, refusal) = ClientForm.Keys(Jwks);
        if (refusal is null && await keys.Add(Client.Id, given, Actor.Id, ct) is { Count: > 0 } taken)
            refusal = new Refusal("client-kid-taken", $"다른 키가 이미 쓰는 kid입니다: {string.Join(", ", taken)}", $"Another key has this kid: {string.Join(", ", taken)}", field: nameof(Jwks));
        if (refusal is null)
            return Back();
        Refuse([refusal]);
        return Page();
    }

    public async Task<IActionResult> OnPostAddress(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(KeysUrl))
            return await Set(null, ct);
        var (address, refusal) = ClientForm.Address(KeysUrl, options);
        if (refusal is null)
            return await Set(address, ct);
        Refuse([refusal]);
        return Page();
    }

    private async Task<IActionResult> Set(Uri? address, CancellationToken ct) => await Clients.SetKeysUrl(Client.Id, address, Actor.Id, ct) ? Back() : NotFound();
}
