using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Safety;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Safety.Events;

/// <summary>The adverse-event board.</summary>
[RequiresPermission(Permission.ReadSafety)]
public sealed class IndexModel : RegenPage
{
    [BindProperty(SupportsGet = true)]
    public string? Filter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public AdverseEventPage Events { get; private set; } = new([], null);

    public async Task OnGet(CancellationToken ct) => Events = await Mediator.Send(new ListAdverseEvents(Actor, Filter, After), ct) ?? Events;
}
