using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Inspect;

/// <summary>Seals and labels: what was announced against what is there.</summary>
[RequiresPermission(Permission.InspectShipment)]
public sealed class ScanModel : InspectPage
{
    [BindProperty]
    public string Din { get; set; } = "";

    [BindProperty]
    public string Container { get; set; } = "";

    [BindProperty]
    public string Found { get; set; } = "";

    [BindProperty]
    public bool Intact { get; set; }

    [BindProperty]
    public string? ResealedWith { get; set; }

    [BindProperty]
    public IFormFile? Photo { get; set; }

    [TempData]
    public string? Just { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Send(new ScanUnit(ShipmentId, Din, null))) return await Again();
        if (!await Load()) return NotFound();
        var number = LabelScan.Read(Din).Scan!.Donation!.Number;
        if (Detail.Shipment.Units.FirstOrDefault(unit => unit.Din == number) is { } unit)
        {
            await LotsFollow();
            // A lot that is decided already refuses to start again; that is no fault of the scan.
            if (Detail.Lots.FirstOrDefault(lot => lot.Lot == unit.Lot.Value)?.State is null or LotState.WaitingQuarantine or LotState.InTransit) await Send(new StartInspection(unit.Lot));
            Just = "matched:" + number.Printed;
        }
        else
        {
            Just = "unexpected:" + number.Printed;
        }

        return Redirect($"/cells/inspect/{Id}/scan");
    }

    public async Task<IActionResult> OnPostSealAsync()
    {
        var photo = await Store(Photo, nameof(Photo), MediaTypes.Jpeg, MediaTypes.Png, MediaTypes.Webp);
        if (!ModelState.IsValid) return await Again();
        var finding = new SealFinding(Container, Found.Trim(), Intact, photo, string.IsNullOrWhiteSpace(ResealedWith) ? null : ResealedWith.Trim());
        return await Send(new CheckSeal(ShipmentId, finding)) ? Redirect($"/cells/inspect/{Id}/scan") : await Again();
    }
}
