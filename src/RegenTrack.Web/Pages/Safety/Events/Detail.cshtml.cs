using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Safety;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Safety;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Safety.Events;

/// <summary>One adverse event, traced to lot, donor and shipment, and to everybody else who received the lot.</summary>
[RequiresPermission(Permission.ReadSafety)]
public sealed class DetailModel(HolidayTable holidays) : RegenPage
{
    public AdverseEventTrace Trace { get; private set; } = null!;

    /// <summary>The reporting duty as the event is judged now.</summary>
    public ReportingDuty Duty { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string id, CancellationToken ct)
    {
        if (await Mediator.Send(new TraceAdverseEvent(Actor, id), ct) is not { } trace)
            return NotFound();
        Trace = trace;
        Duty = ReportingDuty.Of(trace.Event.Assessment!.IsSerious, trace.Event.SeriousKnownAt ?? trace.Event.AwareAt, SafetyTerms.Default, holidays);
        return Page();
    }

    /// <summary>The case's page, for those who may open it.</summary>
    public string? CaseLink(string id) => Actor.Role.Holds(Permission.ReadTreatments) ? $"/treatments/{id}" : null;

    public string Minute(DateTimeOffset instant) => instant.ToOffset(KoreanTime.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
