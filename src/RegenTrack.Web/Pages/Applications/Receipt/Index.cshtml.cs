using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Applications.Receipt;

/// <summary>Confirm receipt, or return the application.</summary>
[RequiresPermission(Permission.ReviewIntake)]
public sealed class IndexModel : CasePage
{
    [BindProperty]
    public string ReceiptNumber { get; set; } = "";

    [BindProperty]
    public ReturnGround Ground { get; set; }

    [BindProperty]
    public string Reasons { get; set; } = "";

    [BindProperty]
    public long Version { get; set; }

    public async Task<IActionResult> OnGet(string id, CancellationToken ct)
    {
        if (!await Load(id, ct))
            return NotFound();
        Version = Case.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirm(string id, CancellationToken ct) =>
        !await Load(id, ct) ? NotFound() : await Send(new ConfirmReceipt(Plan, ReceiptNumber.Trim()), Version) ? Redirect($"/applications/{id}") : Page();

    public async Task<IActionResult> OnPostReturn(string id, CancellationToken ct) =>
        !await Load(id, ct) ? NotFound() : await Send(new ReturnApplication(Plan, Ground, Reasons.Trim()), Version) ? Redirect($"/applications/{id}") : Page();
}
