using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Committee;

/// <summary>Appoint a reviewer, or appoint them anew with other duties or affiliations.</summary>
public sealed record AppointReviewer(ReviewerId Reviewer, bool IsExpert, bool IsMember, IReadOnlyList<InstitutionId> Affiliations)
    : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (!IsExpert && !IsMember)
            yield return new Refusal("reviewer-without-duty", "전문위원 또는 심의위원 중 하나는 선택하세요.", "Choose expert, committee member or both.", null, nameof(IsExpert));
    }

    public static Outcome<ReviewerEvent> Decide(Reviewer state, AppointReviewer command, Circumstances at) =>
        state.Exists && state.IsExpert == command.IsExpert && state.IsMember == command.IsMember
            && state.Affiliations.SequenceEqual(command.Affiliations)
            ? Outcome<ReviewerEvent>.Accept()
            : new ReviewerAppointed(command.Reviewer, command.IsExpert, command.IsMember, command.Affiliations);
}
