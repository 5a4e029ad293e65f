using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Treatments;

/// <summary>A subject in a plan, as it stands.</summary>
/// <param name="RecordDue">Last day to record the enrolment (DL-06); null when it was not kept.</param>
public sealed record TreatmentCase(
    TreatmentCaseId Id,
    bool Exists,
    SubjectRef Subject,
    InstitutionId Institution,
    PlanId Plan,
    int PlanVersion,
    EligibilityGround Ground,
    Consent? Consent,
    DateOnly EnrolledOn,
    DateOnly? WithdrawnOn,
    IReadOnlyList<Administration> Administrations,
    DateOnly? ErasedOn = null,
    DateOnly? RecordDue = null)
{
    public static readonly TreatmentCase Initial =
        new(default, false, default, default, default, 0, default, null, default, null, []);

    public Administration? Find(AdministrationId id) => Administrations.FirstOrDefault(given => given.Id == id);

    /// <summary>A hospital's system sees its own institution's cases only.</summary>
    public bool IsSeenBy(Actor actor) => actor.Role != Role.HospitalSystem || actor.Institution == Institution.Value;

    /// <summary>What other contexts may know.</summary>
    public CaseFacts Facts() => new(
        Id, Exists, Subject, Institution, Plan, Consent?.SignedOn ?? default,
        [.. Administrations.Select(given => new AdministrationFacts(given.Id, given.Lot, KoreanTime.DayOf(given.AdministeredAt)))]);

    public static TreatmentCase Evolve(TreatmentCase state, TreatmentEvent e) => e switch
    {
        SubjectEnrolled s => Initial with
        {
            Id = s.Case,
            Exists = true,
            Subject = s.Subject,
            Institution = s.Institution,
            Plan = s.Plan,
            PlanVersion = s.PlanVersion,
            Ground = s.Ground,
            Consent = s.Consent,
            EnrolledOn = s.EnrolledOn,
            RecordDue = s.RecordDue,
        },
        AdministrationRecorded a => state with
        {
            Administrations =
            [
                .. state.Administrations,
                new Administration(a.Administration, a.Lot, a.PlanVersion, a.AdministeredAt, a.Quantity, a.Unit, a.Route, a.RecordDue),
            ],
        },
        ConsentWithdrawn w => state with { WithdrawnOn = w.WithdrawnOn },
        SubjectErased erased => state with { ErasedOn = erased.ErasedOn },
        _ => state,
    };
}

/// <summary>What was given, from which lot, under which plan version.</summary>
public sealed record Administration(
    AdministrationId Id,
    LotId Lot,
    int PlanVersion,
    DateTimeOffset AdministeredAt,
    decimal Quantity,
    string Unit,
    string Route,
    DateOnly RecordDue);
