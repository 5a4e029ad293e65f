using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Treatments;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Treatments.Cases;

/// <summary>One subject in a plan; to read only.</summary>
[RequiresPermission(Permission.ReadTreatments)]
public sealed class DetailModel : RegenPage
{
    public CaseDetail Detail { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string id, CancellationToken ct)
    {
        if (await Mediator.Send(new GetCase(Actor, id), ct) is not { } detail)
            return NotFound();
        Detail = detail;
        return Page();
    }

    /// <summary>Whether the enrolment was recorded after the last day of its record clock.</summary>
    public bool IsEnrolledLate => Domain.Law.KoreanTime.DayOf(Detail.History[0].RecordedAt) > Detail.EnrolmentRecordDue;

    /// <summary>Whether an administration was recorded after the last day of its record clock.</summary>
    public bool IsLate(Domain.Treatments.Administration given)
    {
        var recorded = Detail.History.First(stored => stored.Data is Domain.Treatments.AdministrationRecorded e && e.Administration == given.Id).RecordedAt;
        return Domain.Law.KoreanTime.DayOf(recorded) > given.RecordDue;
    }
}
