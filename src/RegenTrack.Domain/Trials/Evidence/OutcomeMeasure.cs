namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>An endpoint with its results. <see cref="Table"/> is null when the record announces the measure and posts no values yet.</summary>
public sealed record OutcomeMeasure(
    EndpointRole Role,
    string Title,
    string? Description,
    string? TimeFrame,
    string? Population,
    IReadOnlyList<ReportingGroup> Groups,
    MeasureTable? Table,
    IReadOnlyList<Analysis> Analyses);

/// <summary>Rank of an endpoint in the protocol.</summary>
public enum EndpointRole
{
    Primary,
    Secondary,
    OtherPreSpecified,
    PostHoc,
}
