using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Sandbox;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Sandbox.Grants;

/// <summary>One exemption: what it allows, its insurance, its conditions, its history.</summary>
[RequiresPermission(Permission.ReadSandbox)]
public sealed class DetailModel : RegenPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Key { get; set; } = "";

    [BindProperty]
    public string Evidence { get; set; } = "";

    [BindProperty]
    public DateOnly? StartedOn { get; set; }

    [BindProperty]
    public InsuranceInput Insurance { get; set; } = new();

    public GrantDetail Detail { get; private set; } = null!;

    public bool MayManage => Actor.Role.Holds(Permission.ManageGrants);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostMet(CancellationToken ct) => Done(Send(new MarkConditionMet(new GrantId(Id), Key, Evidence)), ct);

    public Task<IActionResult> OnPostUnmet(CancellationToken ct) => Done(Send(new MarkConditionUnmet(new GrantId(Id), Key, Evidence)), ct);

    public Task<IActionResult> OnPostStart(CancellationToken ct) =>
        Done(StartedOn is { } day ? Send(new StartGrant(new GrantId(Id), day)) : Missing(nameof(StartedOn)), ct);

    public Task<IActionResult> OnPostInsurance(CancellationToken ct) =>
        Done(Insurance.Proof() is { } proof ? Send(new RecordInsurance(new GrantId(Id), proof)) : Missing("Insurance.From"), ct);

    private async Task<bool> Load(CancellationToken ct)
    {
        if (await Mediator.Send(new GetGrant(Actor, Id), ct) is not { } detail)
            return false;
        Detail = detail;
        return true;
    }

    private async Task<IActionResult> Done(Task<bool> sent, CancellationToken ct)
    {
        if (await sent)
            return RedirectToPage(new { Id });
        return await Load(ct) ? Page() : NotFound();
    }

    private Task<bool> Missing(string field)
    {
        ModelState.AddModelError(field, T("날짜를 입력하세요.", "Enter the dates."));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Task.FromResult(false);
    }
}
