using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Treatments.Published;

/// <summary>What other contexts may know of a treatment case. An unknown case is <see cref="Exists"/> = false.</summary>
public sealed record CaseFacts(
    TreatmentCaseId Case,
    bool Exists,
    SubjectRef Subject,
    InstitutionId Institution,
    PlanId Plan,
    DateOnly ConsentedOn,
    IReadOnlyList<AdministrationFacts> Administrations)
{
    /// <summary>The day of law of the first administration, or null before it.</summary>
    public DateOnly? FirstAdministeredOn =>
        Administrations.Count == 0 ? null : Administrations.Min(given => given.On);
}

/// <summary>Which lot was given, and on which day of law.</summary>
public sealed record AdministrationFacts(AdministrationId Administration, LotId Lot, DateOnly On);
