using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Sandbox.Grants;

/// <summary>Enter an exemption from its certificate.</summary>
[RequiresPermission(Permission.ManageGrants)]
public sealed class RecordModel : RegenPage
{
    private const int OperatorRows = 3;

    [BindProperty]
    public string CertificateNumber { get; set; } = "";

    [BindProperty]
    public ExemptionKind Kind { get; set; }

    [BindProperty]
    public List<OperatorInput> Operators { get; set; } = [.. Enumerable.Range(0, OperatorRows).Select(_ => new OperatorInput())];

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? LongValidityReason { get; set; }

    [BindProperty]
    public bool SiteIdentityRequired { get; set; } = true;

    [BindProperty]
    public int? PatientCap { get; set; }

    [BindProperty]
    public List<string> Conditions { get; set; } = [];

    public async Task<IActionResult> OnPost()
    {
        if (From is not { } from || Until is not { } until)
        {
            ModelState.AddModelError(nameof(From), T("유효기간의 시작일과 종료일을 입력하세요.", "Enter the first and last day of validity."));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var grant = new GrantId(Ids.From(CommandId, "grant"));
        List<GrantOperator> operators = [.. Operators.Where(row => !string.IsNullOrWhiteSpace(row.Institution))
            .Select(row => new GrantOperator(new InstitutionId(row.Institution!.Trim()), row.ForResearch, row.ForTreatment))];
        List<GrantCondition> conditions = [.. ConditionTemplates.All.Where(template => Conditions.Contains(template.Key))];
        var command = new RecordGrant(
            grant, CertificateNumber, Kind, operators, from, until, string.IsNullOrWhiteSpace(LongValidityReason) ? null : LongValidityReason,
            SiteIdentityRequired, PatientCap, conditions);
        return await Send(command) ? Redirect($"/sandbox/grants/{grant.Value}") : Page();
    }
}

/// <summary>One row of the operator list; an empty institution is no operator.</summary>
public sealed class OperatorInput
{
    public string? Institution { get; set; }

    public bool ForResearch { get; set; }

    public bool ForTreatment { get; set; }
}
