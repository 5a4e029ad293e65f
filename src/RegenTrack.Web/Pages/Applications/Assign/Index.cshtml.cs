using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Committee;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Applications.Assign;

/// <summary>Choose the expert. Those of the applying institution are shown and cannot be chosen.</summary>
[RequiresPermission(Permission.AssignExpert)]
public sealed class IndexModel : CasePage
{
    [BindProperty]
    public string? Expert { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public IReadOnlyList<RosterRow> Experts { get; private set; } = [];

    public bool HasConflict(RosterRow expert) => expert.Affiliations.Contains(Application.Institution.Value);

    public async Task<IActionResult> OnGet(string id, CancellationToken ct)
    {
        if (!await LoadAll(id, ct))
            return NotFound();
        Version = Case.Version;
        return Page();
    }

    public async Task<IActionResult> OnPost(string id, CancellationToken ct) =>
        !await LoadAll(id, ct) ? NotFound() : await Send(new StartExpertReview(Plan, new ReviewerId(Expert ?? "")), Version) ? Redirect($"/applications/{id}") : Page();

    private async Task<bool> LoadAll(string id, CancellationToken ct)
    {
        Experts = [.. (await Mediator.Send(new ListReviewers(Actor), ct))?.Rows.Where(row => row.IsExpert) ?? []];
        return await Load(id, ct);
    }
}
