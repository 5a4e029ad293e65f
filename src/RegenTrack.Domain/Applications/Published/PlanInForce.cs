using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Applications.Published;

/// <summary>A treatment plan that was decided 적합: what may be given, where, until when.</summary>
/// <param name="Until">Last day of provision, inclusive: the plan's end, at most five years after the notice.</param>
/// <param name="Subjects">Expected number of subjects.</param>
/// <param name="Product">The version that the committee approved; treatment with any other is treatment without review.</param>
/// <param name="Grant">The exemption it relies on; null for an ordinary plan.</param>
public sealed record PlanInForce(
    PlanId Application,
    InstitutionId Institution,
    DateOnly From,
    DateOnly Until,
    int Subjects,
    Product Product,
    RiskClass Risk,
    GrantId? Grant)
{
    public bool IsInForceOn(DateOnly day) => From <= day && day <= Until;
}
