using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Applications;
using RegenTrack.App.Committee;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Applications.Decide;

/// <summary>Record the committee's vote on one application: first a preview with everything the law asks for, then the record.</summary>
[RequiresPermission(Permission.RecordDecision)]
public sealed class IndexModel : RegenPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    [BindProperty]
    public long Version { get; set; }

    /// <summary>Whether the summary is shown that the next press records.</summary>
    public bool IsPreview { get; private set; }

    public CaseDetail Detail { get; private set; } = null!;

    public IReadOnlyList<RosterRow> Members { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!await Load(ct))
            return NotFound();
        Version = Detail.Version;
        Input.HeldOn = Detail.Today;
        Input.Appointed = Members.Count;
        Input.Ballots = [.. Members.Select(member => new BallotInput
        {
            Member = member.Reviewer,
            Vote = MustRecuse(member) ? BallotInput.Recused : BallotInput.Away,
        })];
        return Page();
    }

    public async Task<IActionResult> OnPostPreview(CancellationToken ct)
    {
        if (!await Load(ct))
            return NotFound();
        IsPreview = ModelState.IsValid && Refuse(new RecordDecision(new PlanId(Id), Input.Result, Input.Deliberation(), Input.Reasons, Input.OtherOpinion).Shape().ToList());
        return Page();
    }

    public async Task<IActionResult> OnPostEdit(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRecord(CancellationToken ct)
    {
        if (ModelState.IsValid
            && await Send(new RecordDecision(new PlanId(Id), Input.Result, Input.Deliberation(), Input.Reasons, Input.OtherOpinion), Version, Input.Reasons))
        {
            return LocalRedirect($"/applications/{Uri.EscapeDataString(Id)}");
        }

        return await Load(ct) ? Page() : NotFound();
    }

    public bool MustRecuse(RosterRow member) =>
        member.Affiliations.Contains(Detail.Application.Institution.Value) || Detail.Application.Expert?.Value == member.Reviewer;

    private bool Refuse(List<Domain.Kernel.Refusal> refusals)
    {
        if (refusals.Count > 0)
            base.Refuse(refusals);
        return refusals.Count == 0;
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        if (await Mediator.Send(new GetCase(Actor, Id), ct) is not { } detail)
            return false;
        Detail = detail;
        Members = [.. ((await Mediator.Send(new ListReviewers(Actor), ct))?.Rows ?? []).Where(row => row.IsMember)];
        return true;
    }
}
