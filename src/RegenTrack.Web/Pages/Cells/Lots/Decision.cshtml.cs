using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Lots;

/// <summary>Release, hold or reject one lot.</summary>
[RequiresPermission(Permission.ReleaseLot)]
public sealed class DecisionModel : LotPageModel
{
    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public Disposal Disposal { get; set; }

    [BindProperty]
    public bool ExcursionAssessed { get; set; }

    [BindProperty]
    public IFormFile? Assessment { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public Task<IActionResult> OnPostStartAsync() => Decide(new StartInspection(new LotId(Id)));

    public Task<IActionResult> OnPostReleaseAsync() => Decide(new ReleaseLot(new LotId(Id), Reason));

    public Task<IActionResult> OnPostHoldAsync() => Decide(new HoldLot(new LotId(Id), Reason));

    public Task<IActionResult> OnPostRejectAsync() => Decide(new RejectLot(new LotId(Id), Reason, Disposal));

    public async Task<IActionResult> OnPostLiftAsync()
    {
        var assessment = await Store(Assessment, nameof(Assessment), MediaTypes.Pdf, MediaTypes.Jpeg, MediaTypes.Png);
        return await Decide(new LiftHold(new LotId(Id), Reason, ExcursionAssessed, assessment));
    }

    private async Task<IActionResult> Decide<TCommand>(TCommand command)
        where TCommand : notnull
    {
        if (ModelState.IsValid && await Send(command, Version, Reason.Length == 0 ? null : Reason)) return Redirect($"/cells/lots/{Id}");
        return await Load() ? Page() : NotFound();
    }
}
