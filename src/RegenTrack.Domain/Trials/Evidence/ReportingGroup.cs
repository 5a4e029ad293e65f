namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>A column of a results table: an arm, a pooled set, a stratum. Its id holds only inside its table.</summary>
public sealed record ReportingGroup(string Id, string Title, string? Description);

/// <summary>A count for one group.</summary>
public sealed record GroupCount(string Group, Figure? Count, string? Comment = null);
