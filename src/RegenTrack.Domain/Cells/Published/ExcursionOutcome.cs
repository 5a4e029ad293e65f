namespace RegenTrack.Domain.Cells.Published;

/// <summary>What a temperature log means for a lot, in rising order.</summary>
public enum ExcursionOutcome
{
    /// <summary>Within limits throughout.</summary>
    None,

    /// <summary>Within the allowance; documented.</summary>
    Minor,

    /// <summary>Hold, and assess stability.</summary>
    Major,

    /// <summary>Reject.</summary>
    Critical,
}
