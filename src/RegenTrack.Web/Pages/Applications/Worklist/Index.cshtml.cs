using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Applications;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Applications.Worklist;

/// <summary>Applications in the order of the 120-working-day clock. The filter lives in the address.</summary>
[RequiresPermission(Permission.ReadWorklist)]
public sealed class IndexModel : RegenPage
{
    public static readonly IReadOnlyList<(WorklistFilter Filter, Bilingual Name)> Filters =
    [
        (WorklistFilter.Open, new("진행 중", "Open")),
        (WorklistFilter.Unassigned, new("전문위원 미배정", "Without an expert")),
        (WorklistFilter.WaitingOnApplicant, new("신청기관 보완 대기", "Waiting on the applicant")),
        (WorklistFilter.Overdue, new("기한 경과", "Overdue")),
        (WorklistFilter.Closed, new("종결", "Closed")),
        (WorklistFilter.All, new("전체", "All")),
    ];

    [BindProperty(SupportsGet = true)]
    public WorklistFilter Filter { get; set; }

    [BindProperty(SupportsGet = true)]
    public Stage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public WorklistPage Worklist { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Worklist = (await Mediator.Send(new ListWorklist(Actor, Filter, Stage, Q, After), ct))!;
        return Page();
    }
}
