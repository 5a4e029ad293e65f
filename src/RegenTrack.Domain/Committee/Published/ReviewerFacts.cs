using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Committee.Published;

/// <summary>What other contexts may know of a reviewer. An unknown one is neither expert nor member.</summary>
/// <param name="Affiliations">Institutions whose applications they may not touch.</param>
public sealed record ReviewerFacts(ReviewerId Reviewer, bool IsExpert, bool IsMember, IReadOnlyList<InstitutionId> Affiliations)
{
    public bool HasConflictWith(InstitutionId applicant) => Affiliations.Contains(applicant);
}
