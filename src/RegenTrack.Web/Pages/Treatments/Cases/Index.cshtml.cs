using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Treatments;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Treatments.Cases;

/// <summary>Subjects enrolled and treated; to read only.</summary>
[RequiresPermission(Permission.ReadTreatments)]
public sealed class IndexModel : RegenPage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public CasePage Cases { get; private set; } = new([], null);

    public async Task OnGet(CancellationToken ct) => Cases = await Mediator.Send(new ListCases(Actor, After), ct) ?? Cases;
}
