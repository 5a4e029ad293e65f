using RegenTrack.Domain.Committee.Published;

namespace RegenTrack.Web.Pages.Applications.Decide;

/// <summary>A committee's decision as filled in the form.</summary>
public sealed class DecisionInput
{
    public string Meeting { get; set; } = "";

    public DateOnly HeldOn { get; set; }

    public int Appointed { get; set; }

    public List<BallotInput> Ballots { get; set; } = [];

    public Vote Result { get; set; }

    public string Reasons { get; set; } = "";

    public string OtherOpinion { get; set; } = "";

    // Refused by the command: a vote that nobody can read must not pass for an absence.
    private const Vote Unknown = (Vote)(-1);

    public Deliberation Deliberation() => new(
        Meeting.Trim(),
        HeldOn,
        Appointed,
        [.. Ballots.Where(ballot => ballot.Vote != BallotInput.Away).Select(ballot => new Ballot(new ReviewerId(ballot.Member), Enum.TryParse<Vote>(ballot.Vote, out var vote) ? vote : Unknown))]);
}

/// <summary>One member's line of the attendance and vote list.</summary>
public sealed class BallotInput
{
    public const string Away = "";
    public const string Recused = nameof(Domain.Committee.Published.Vote.Recused);

    public string Member { get; set; } = "";

    /// <summary>Name of a vote, or empty for a member who was away.</summary>
    public string Vote { get; set; } = Away;
}
