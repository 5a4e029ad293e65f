using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Lots;

/// <summary>Lots of raw cells, of one state when chosen.</summary>
[RequiresPermission(Permission.ReadCells)]
public sealed class ListModel : CellsPage
{
    [BindProperty(SupportsGet = true)]
    public LotState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public LotPage Board { get; private set; } = new([], null, default);

    public async Task OnGetAsync() => Board = await Mediator.Send(new ListLots(Actor, State, null, After), HttpContext.RequestAborted) ?? Board;
}
