using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Shipments;

/// <summary>One shipment: what was announced, where it is, who holds it.</summary>
[RequiresPermission(Permission.ReadCells)]
public sealed class ShowModel : CellsPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Number { get; set; } = "";

    [BindProperty]
    public DateOnly? ReportedOn { get; set; }

    [BindProperty]
    public DateTime? At { get; set; }

    [BindProperty]
    public string Place { get; set; } = "";

    [BindProperty]
    public string To { get; set; } = "";

    [BindProperty]
    public string Condition { get; set; } = "";

    public ShipmentDetail Detail { get; private set; } = null!;

    public bool MayRecord => Actor.Role.Holds(Permission.RecordShipment);

    public bool MayInspect => Actor.Role.Holds(Permission.InspectShipment);

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    public Task<IActionResult> OnPostReportAsync() => Record(new ReportPreClearance(new ShipmentId(Id), Number, ReportedOn ?? default));

    public Task<IActionResult> OnPostDispatchAsync() => Timed(at => new RecordDispatch(new ShipmentId(Id), at));

    public Task<IActionResult> OnPostArriveAsync() => Timed(at => new RecordArrival(new ShipmentId(Id), at, Place));

    public async Task<IActionResult> OnPostCustodyAsync() =>
        await Load() ? await Timed(at => new HandOverCustody(new ShipmentId(Id), Detail.Shipment.Holder ?? "", To, at, Place, Condition)) : NotFound();

    private async Task<IActionResult> Timed<TCommand>(Func<DateTimeOffset, TCommand> command)
        where TCommand : notnull
    {
        if (At is { } typed && Instant(typed) is { } at)
            return await Record(command(at));
        Refuse([new Refusal("time-missing", "시각을 적으십시오.", "Give the time.", field: nameof(At))]);
        return await Load() ? Page() : NotFound();
    }

    private async Task<IActionResult> Record<TCommand>(TCommand command)
        where TCommand : notnull
    {
        if (ModelState.IsValid && await Send(command))
        {
            await LotsFollow();
            return Redirect($"/cells/shipments/{Id}");
        }

        return await Load() ? Page() : NotFound();
    }

    private async Task<bool> Load()
    {
        if (await Shipment(Id) is not { } detail) return false;
        Detail = detail;
        return true;
    }
}
