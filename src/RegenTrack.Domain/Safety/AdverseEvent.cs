using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Safety.Published;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Safety;

/// <summary>An adverse event as it stands.</summary>
/// <param name="DueAt">Instant after which its report counted as late: the first, or that it turned out serious.</param>
/// <param name="SeriousKnownAt">When a follow-up says that it was known to be serious; null when it was from the first report, or is not.</param>
public sealed record AdverseEvent(
    AdverseEventId Id,
    bool Exists,
    TreatmentCaseId Case,
    SubjectRef Subject,
    InstitutionId Institution,
    PlanId Plan,
    AdministrationId? Administration,
    LotId? Lot,
    string Term,
    DateOnly OnsetOn,
    DateTimeOffset AwareAt,
    Assessment? Assessment,
    DateOnly? BoardInformedOn,
    DateTimeOffset DueAt,
    string? LateReason,
    IReadOnlyList<FollowUpNote> FollowUps,
    DateOnly? ClosedOn,
    DateTimeOffset? SeriousKnownAt = null)
{
    public static readonly AdverseEvent Initial =
        new(default, false, default, default, default, default, null, null, "", default, default, null, null, default, null, [], null);

    /// <summary>A hospital's system sees its own institution's events only.</summary>
    public bool IsSeenBy(Actor actor) => actor.Role != Role.HospitalSystem || actor.Institution == Institution.Value;

    public static AdverseEvent Evolve(AdverseEvent state, SafetyEvent e) => e switch
    {
        AdverseEventReported r => Initial with
        {
            Id = r.AdverseEvent,
            Exists = true,
            Case = r.Case,
            Subject = r.Subject,
            Institution = r.Institution,
            Plan = r.Plan,
            Administration = r.Administration,
            Lot = r.Lot,
            Term = r.Term,
            OnsetOn = r.OnsetOn,
            AwareAt = r.AwareAt,
            Assessment = r.Assessment,
            BoardInformedOn = r.BoardInformedOn,
            DueAt = r.DueAt,
            LateReason = r.LateReason,
        },
        AdverseEventFollowedUp f => state with
        {
            Assessment = f.Assessment,
            BoardInformedOn = f.BoardInformedOn ?? state.BoardInformedOn,
            FollowUps = [.. state.FollowUps, new FollowUpNote(f.Number, f.Note)],
            DueAt = f.DueAt ?? state.DueAt,
            LateReason = f.LateReason ?? state.LateReason,
            SeriousKnownAt = f.Assessment.IsSerious ? f.SeriousKnownAt ?? state.SeriousKnownAt : null,
        },
        AdverseEventClosed c => state with { ClosedOn = c.ClosedOn },
        _ => state,
    };
}

/// <summary>A follow-up report by its running number.</summary>
public sealed record FollowUpNote(int Number, string Note);
