namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>How participants moved through the trial, per group and period.</summary>
public sealed record ParticipantFlow(
    IReadOnlyList<ReportingGroup> Groups,
    IReadOnlyList<FlowPeriod> Periods,
    string? Recruitment,
    string? PreAssignment);

/// <summary>One period: its milestones in order (started … completed, not completed) and why participants left.</summary>
public sealed record FlowPeriod(string Title, IReadOnlyList<FlowRow> Milestones, IReadOnlyList<FlowRow> DropReasons);

/// <summary>A milestone or a reason with its count per group.</summary>
public sealed record FlowRow(string Title, IReadOnlyList<GroupCount> Counts, string? Comment = null);
