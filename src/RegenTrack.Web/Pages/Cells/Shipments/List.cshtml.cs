using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Shipments;

/// <summary>Shipments of raw cells, newest first.</summary>
[RequiresPermission(Permission.ReadCells)]
public sealed class ListModel : CellsPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ShipmentPage Board { get; private set; } = new([], null);

    public async Task OnGetAsync() =>
        Board = await Mediator.Send(new ListShipments(Actor, On is { } on && After is { } after ? new(on, after) : null), HttpContext.RequestAborted) ?? Board;
}
