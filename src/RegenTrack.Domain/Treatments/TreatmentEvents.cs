using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Treatments;

/// <summary>What happens to a subject in a plan.</summary>
public abstract record TreatmentEvent;

/// <summary>A consenting subject was enrolled under a plan version in force.</summary>
/// <param name="Grant">The exemption that the plan relied on; null: an ordinary plan.</param>
/// <param name="RecordDue">Last day of the record clock DL-06; null in events from before it was kept.</param>
public sealed record SubjectEnrolled(
    TreatmentCaseId Case,
    SubjectRef Subject,
    InstitutionId Institution,
    PlanId Plan,
    int PlanVersion,
    GrantId? Grant,
    EligibilityGround Ground,
    Consent Consent,
    DateOnly EnrolledOn,
    DateOnly? RecordDue = null) : TreatmentEvent;

/// <summary>Cells of a released lot were administered, under the plan version in force on that day.</summary>
/// <param name="RecordDue">Last day of the record clock DL-06.</param>
public sealed record AdministrationRecorded(
    TreatmentCaseId Case,
    AdministrationId Administration,
    SubjectRef Subject,
    InstitutionId Institution,
    PlanId Plan,
    int PlanVersion,
    LotId Lot,
    DateTimeOffset AdministeredAt,
    decimal Quantity,
    string Unit,
    string Route,
    DateOnly RecordDue) : TreatmentEvent;

/// <summary>Who the subject is was erased, the statutory retention being over.</summary>
public sealed record SubjectErased(TreatmentCaseId Case, SubjectRef Subject, DateOnly ErasedOn) : TreatmentEvent;

/// <summary>The subject took the consent back: nothing more is administered, observation goes on.</summary>
public sealed record ConsentWithdrawn(TreatmentCaseId Case, SubjectRef Subject, DateOnly WithdrawnOn) : TreatmentEvent;
