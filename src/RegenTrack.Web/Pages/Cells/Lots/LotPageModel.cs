using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Cells;

namespace RegenTrack.Web.Pages.Cells.Lots;

/// <summary>A page about one lot.</summary>
public abstract class LotPageModel : CellsPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public LotTrace Trace { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    protected async Task<bool> Load()
    {
        if (await Mediator.Send(new GetLot(Actor, Id), HttpContext.RequestAborted) is not { } trace) return false;
        Trace = trace;
        return true;
    }
}
