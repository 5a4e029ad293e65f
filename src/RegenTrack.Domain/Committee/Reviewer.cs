using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Committee;

public abstract record ReviewerEvent;

/// <summary>Appointed to the committee, an expert committee or both (위촉), with the institutions they belong to.</summary>
public sealed record ReviewerAppointed(
    ReviewerId Reviewer, bool IsExpert, bool IsMember, IReadOnlyList<InstitutionId> Affiliations) : ReviewerEvent;

/// <summary>One reviewer as they stand.</summary>
public sealed record Reviewer(ReviewerId Id, bool Exists, bool IsExpert, bool IsMember, IReadOnlyList<InstitutionId> Affiliations)
{
    public static readonly Reviewer Initial = new(default, false, false, false, []);

    public ReviewerFacts Facts() => new(Id, IsExpert, IsMember, Affiliations);

    public static Reviewer Evolve(Reviewer state, ReviewerEvent e) => e switch
    {
        ReviewerAppointed a => new Reviewer(a.Reviewer, true, a.IsExpert, a.IsMember, a.Affiliations),
        _ => state,
    };
}
