using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Trials;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Pages.Shared;

namespace RegenTrack.Web.Pages.Trials;

/// <summary>The trials on file.</summary>
[RequiresPermission(Permission.ReadTrials)]
public sealed class IndexModel : RegenPage
{
    public TrialPage Trials { get; private set; } = new([], null);

    public Pager Pager => Pager.For(Request, Trials.Next);

    public bool MayUpload => Actor.Role.Holds(Permission.RecordTrial);

    public async Task<IActionResult> OnGet(string? after)
    {
        if (await Mediator.Send(new ListTrials(Actor, after), HttpContext.RequestAborted) is not { } page)
            return NotFound();
        Trials = page;
        return Page();
    }
}
