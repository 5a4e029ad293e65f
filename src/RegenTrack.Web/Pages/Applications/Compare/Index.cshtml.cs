using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Applications;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Applications.Compare;

/// <summary>The assigned expert's comparability matrix, trial and treatment side by side, and the hand-in of the report.</summary>
[RequiresPermission(Permission.AssessComparability)]
public sealed class IndexModel : RegenPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public List<RowInput> Rows { get; set; } = [];

    [BindProperty]
    public Sameness? Overall { get; set; }

    [BindProperty]
    public string Report { get; set; } = "";

    [BindProperty]
    public long Version { get; set; }

    public CaseDetail Detail { get; private set; } = null!;

    public TrialDetail? Trial { get; private set; }

    public IReadOnlyList<DocumentPointer> Dossier => [.. Detail.Application.Plan!.Answers.SelectMany(answer => answer.Documents).DistinctBy(document => document.Sha256)];

    public bool IsOpen => Detail.Application.Stage == Stage.ExpertReview;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!await Load(ct))
            return NotFound();
        var matrix = Detail.Application.Matrix;
        Rows = [.. ComparabilityDimension.All.Select(dimension => RowInput.Of(dimension, matrix))];
        Overall = matrix?.Overall;
        Report = Detail.Application.ExpertReport ?? "";
        Version = Detail.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostSave(CancellationToken ct)
    {
        if (!await Load(ct))
            return NotFound();
        if (ModelState.IsValid && await Send(new AssessComparability(new PlanId(Id), [.. Rows.Select(row => row.ToRow(Dossier))], Overall), Version))
            return RedirectToPage(new { Id });
        PutRefusalsAtTheirRows();
        return Page();
    }

    public async Task<IActionResult> OnPostComplete(CancellationToken ct)
    {
        if (ModelState.IsValid && await Send(new CompleteExpertReview(new PlanId(Id), Report.Trim()), Version))
            return LocalRedirect($"/applications/{Uri.EscapeDataString(Id)}");
        if (!await Load(ct))
            return NotFound();
        Rows = [.. ComparabilityDimension.All.Select(dimension => RowInput.Of(dimension, Detail.Application.Matrix))];
        Overall = Detail.Application.Matrix?.Overall;
        return Page();
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        if (await Mediator.Send(new GetCase(Actor, Id), ct) is not { } detail)
            return false;
        Detail = detail;
        Trial = detail.Application.Plan!.Evidence.Trial is { } trial ? await Mediator.Send(new ShowTrial(Actor, trial), ct) : null;
        return detail.Application.ReliesOnTrial;
    }

    private void PutRefusalsAtTheirRows()
    {
        var refusals = Outcome switch
        {
            CommandOutcome.Invalid invalid => invalid.Refusals,
            CommandOutcome.Refused refused => refused.Refusals,
            _ => [],
        };
        foreach (var refusal in refusals)
        {
            var row = Rows.FindIndex(candidate => AssessComparability.Row(candidate.Dimension) == refusal.Field);
            if (row >= 0)
                ModelState.AddModelError($"Rows[{row}].{(refusal.Code == "pointer-required" ? nameof(RowInput.Document) : nameof(RowInput.Rationale))}", T(refusal.Message));
        }
    }
}
