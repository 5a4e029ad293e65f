namespace RegenTrack.Domain.Committee.Published;

/// <summary>One meeting's deliberation of one application (심의·의결).</summary>
/// <param name="Meeting">Name of the meeting, e.g. <c>2026-11</c>.</param>
/// <param name="Appointed">Members in office (재적위원).</param>
/// <param name="Ballots">One per member who attended, recused ones among them.</param>
public sealed record Deliberation(string Meeting, DateOnly HeldOn, int Appointed, IReadOnlyList<Ballot> Ballots)
{
    /// <summary>Those who attended and may vote.</summary>
    public int Present => Ballots.Count(ballot => ballot.Vote != Vote.Recused);

    /// <summary>Whether a majority of the members in office attended.</summary>
    public bool HasQuorum => Present * 2 > Appointed;

    public int Count(Vote vote) => Ballots.Count(ballot => ballot.Vote == vote);

    /// <summary>Whether a majority of those present voted so.</summary>
    public bool Carries(Vote vote) => Count(vote) * 2 > Present;
}

/// <summary>A member's vote.</summary>
public sealed record Ballot(ReviewerId Member, Vote Vote);

public enum Vote
{
    Suitable,
    Unsuitable,

    /// <summary>재심의.</summary>
    Defer,
    Abstain,

    /// <summary>제척·기피·회피: neither present nor voting.</summary>
    Recused,
}
