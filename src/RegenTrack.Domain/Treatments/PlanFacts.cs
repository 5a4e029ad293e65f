using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Treatments;

/// <summary>What enrolment and administration need to know of the plan.</summary>
/// <param name="Version">Version of the plan's content in force: each administration is tied to it.</param>
/// <param name="From">First day of provision; null until decided.</param>
/// <param name="Until">Last day of provision, inclusive; null until decided.</param>
/// <param name="Product">Product that the plan administers.</param>
/// <param name="ProductVersion">The version that the committee approved; any other is treatment without review.</param>
/// <param name="Subjects">Expected number of subjects (예상 대상자 수): no more are enrolled; null: none stated.</param>
/// <param name="Grant">The exemption that the plan relies on; null: an ordinary plan.</param>
public sealed record PlanFacts(
    bool Exists,
    InstitutionId Institution,
    PlanStanding Standing,
    int Version,
    DateOnly? From,
    DateOnly? Until,
    string Product,
    int ProductVersion,
    int? Subjects,
    GrantFacts? Grant)
{
    public static readonly PlanFacts Unknown =
        new(false, default, PlanStanding.NotDecided, 0, null, null, "", 0, null, null);
}

/// <summary>Where the plan stands, for treatment.</summary>
public enum PlanStanding
{
    NotDecided,
    Unsuitable,
    InForce,
    Suspended,
    Ended,
}
