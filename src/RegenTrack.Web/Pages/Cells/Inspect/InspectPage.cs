using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Cells;
using RegenTrack.Domain.Cells.Published;

namespace RegenTrack.Web.Pages.Cells.Inspect;

/// <summary>A step of the receipt inspection of one shipment.</summary>
public abstract class InspectPage : CellsPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ShipmentDetail Detail { get; private set; } = null!;

    protected ShipmentId ShipmentId => new(Id);

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    protected async Task<bool> Load()
    {
        if (await Shipment(Id) is not { } detail) return false;
        Detail = detail;
        return true;
    }

    /// <summary>The page again, with what was wrong.</summary>
    protected async Task<IActionResult> Again() => await Load() ? Page() : NotFound();
}
