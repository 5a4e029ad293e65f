using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Trials.Status;

/// <summary>A trial: what the registry says, what the authority approved, and whether it counts as completed.</summary>
[RequiresPermission(Permission.ReadTrials)]
public sealed class IndexModel : RegenPage
{
    public Trial Trial { get; private set; } = Trial.Initial;

    public long Version { get; private set; }

    public TrialFacts Facts => Trial.Facts();

    public bool MayRecord => Actor.Role.Holds(Permission.RecordTrial);

    [BindProperty]
    public string Number { get; set; } = "";

    [BindProperty]
    public DateOnly? ApprovedOn { get; set; }

    [BindProperty]
    public string? ProtocolNumber { get; set; }

    [BindProperty]
    public bool IsLicensingTrial { get; set; }

    /// <summary>Institution ids, separated by commas or spaces.</summary>
    [BindProperty]
    public string SiteInstitutions { get; set; } = "";

    [BindProperty]
    public DateOnly? LastObservationEnd { get; set; }

    [BindProperty]
    public DateOnly? LastObservationEndNotice { get; set; }

    [BindProperty]
    public DateOnly? FinalResult { get; set; }

    [BindProperty]
    public DateOnly? StudyReport { get; set; }

    public async Task<IActionResult> OnGet(string id)
    {
        if (!await Load(id))
            return NotFound();
        ShowRecorded();
        return Page();
    }

    public async Task<IActionResult> OnPostApproval(string id)
    {
        if (ApprovedOn is not { } day)
            Refuse([new("date-missing", "승인일을 적으십시오.", "Give the day of approval.", field: nameof(ApprovedOn))]);
        else if (ModelState.IsValid && await Send(new RecordTrialApproval(new(id), new TrialApproval(Number.Trim(), day, ProtocolNumber, IsLicensingTrial, Sites()))))
            return Redirect($"/trials/{id}");
        return await Load(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostCompletion(string id)
    {
        if (ModelState.IsValid && await Send(new RecordTrialCompletion(new(id), LastObservationEnd, LastObservationEndNotice, FinalResult, StudyReport)))
            return Redirect($"/trials/{id}");
        return await Load(id) ? Page() : NotFound();
    }

    private List<InstitutionId> Sites() =>
        [.. SiteInstitutions.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(InstitutionId.From)];

    private async Task<bool> Load(string id)
    {
        if (await Mediator.Send(new ShowTrial(Actor, new TrialId(id)), HttpContext.RequestAborted) is not { } detail)
            return false;
        (Trial, Version) = detail;
        return true;
    }

    private void ShowRecorded()
    {
        Number = Trial.Approval?.Number ?? "";
        ApprovedOn = Trial.Approval?.ApprovedOn;
        ProtocolNumber = Trial.Approval?.ProtocolNumber;
        IsLicensingTrial = Trial.Approval?.IsLicensingTrial ?? false;
        SiteInstitutions = string.Join(", ", Trial.Approval?.SiteInstitutions.Select(site => site.Value) ?? []);
        (LastObservationEnd, LastObservationEndNotice, FinalResult, StudyReport) = (Trial.LastObservationEnd, Trial.LastObservationEndNotice, Trial.FinalResult, Trial.StudyReport);
    }
}
