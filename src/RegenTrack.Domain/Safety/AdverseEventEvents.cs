using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Safety.Published;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Safety;

/// <summary>What happens to an adverse event.</summary>
public abstract record SafetyEvent;

/// <summary>An institution reported an adverse event.</summary>
/// <param name="Administration">The suspect administration; null when it happened before the first one.</param>
/// <param name="Lot">The lot of the suspect administration.</param>
/// <param name="DueAt">Instant after which the report counted as late.</param>
/// <param name="LateReason">Why it came late; null when it did not.</param>
public sealed record AdverseEventReported(
    AdverseEventId AdverseEvent,
    TreatmentCaseId Case,
    SubjectRef Subject,
    InstitutionId Institution,
    PlanId Plan,
    AdministrationId? Administration,
    LotId? Lot,
    string Term,
    DateOnly OnsetOn,
    DateTimeOffset AwareAt,
    Assessment Assessment,
    DateOnly? BoardInformedOn,
    DateTimeOffset DueAt,
    string? LateReason) : SafetyEvent;

/// <summary>The institution reported how it went on.</summary>
/// <param name="SeriousKnownAt">When it came to know that an event not serious so far is; null when that is not what happened.</param>
/// <param name="DueAt">Instant after which telling so counted as late; null with <paramref name="SeriousKnownAt"/>.</param>
/// <param name="LateReason">Why that came late; null when it did not.</param>
public sealed record AdverseEventFollowedUp(
    AdverseEventId AdverseEvent,
    int Number,
    Assessment Assessment,
    string Note,
    DateOnly? BoardInformedOn,
    DateTimeOffset? SeriousKnownAt = null,
    DateTimeOffset? DueAt = null,
    string? LateReason = null) : SafetyEvent;

/// <summary>Follow-up ended: the event needs no further report.</summary>
public sealed record AdverseEventClosed(AdverseEventId AdverseEvent, string Reason, DateOnly ClosedOn) : SafetyEvent;
