using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Sandbox.Published;

/// <summary>What other contexts may know of a grant. An unknown grant is <see cref="Exists"/> = false and never in force.</summary>
/// <param name="From">First day of validity (유효기간).</param>
/// <param name="Until">Last day of validity, inclusive.</param>
/// <param name="StartedOn">Day on which provision under the exemption started, after proof of insurance; null before.</param>
/// <param name="ConditionSetMet">Every attached condition (부가조건) is marked met; true when there is none.</param>
/// <param name="SiteIdentityRequired">Whether a high-risk treatment must be given where the completed trial ran.</param>
/// <param name="PatientCap">Largest number of patients under the grant; null: no limit.</param>
public sealed record GrantFacts(
    GrantId Grant,
    bool Exists,
    ExemptionKind Kind,
    DateOnly From,
    DateOnly Until,
    DateOnly? StartedOn,
    bool ConditionSetMet,
    bool SiteIdentityRequired,
    int? PatientCap,
    IReadOnlyList<GrantOperator> Operators)
{
    /// <summary>Within its validity: an application may rely on it.</summary>
    public bool InForceOn(DateOnly day) => Exists && From <= day && day <= Until;

    /// <summary>In force and started: patients may be treated under it.</summary>
    public bool UsableOn(DateOnly day) => InForceOn(day) && StartedOn <= day;

    public bool CoversTreatmentAt(InstitutionId institution) =>
        Operators.Any(holder => holder.Institution == institution && holder.ForTreatment);

    public bool CoversResearchAt(InstitutionId institution) =>
        Operators.Any(holder => holder.Institution == institution && holder.ForResearch);
}
