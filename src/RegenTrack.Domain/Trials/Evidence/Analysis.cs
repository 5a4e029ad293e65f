namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>A statistical analysis of an endpoint: what was compared, how, and what came out.</summary>
/// <param name="Groups">Ids of the compared groups of the endpoint.</param>
/// <param name="Hypothesis">Superiority, non-inferiority …, in the source's words.</param>
/// <param name="Parameter">What is estimated, e.g. <c>Odds Ratio (OR)</c>.</param>
/// <param name="Sides">One- or two-sided interval, in the source's words.</param>
public sealed record Analysis(
    IReadOnlyList<string> Groups,
    string? GroupsComment,
    string? Hypothesis,
    string? HypothesisComment,
    string? Method,
    string? MethodComment,
    string? Parameter,
    Figure? Estimate,
    string? EstimateComment,
    string? Dispersion,
    Figure? Spread,
    Figure? ConfidencePercent,
    string? Sides,
    Figure? Lower,
    Figure? Upper,
    PValue? P,
    string? PComment,
    string? Other)
{
    /// <summary>The estimate is a ratio: its scale is logarithmic and 1 means no effect.</summary>
    public bool IsRatio =>
        Parameter is { } name && name.Contains("ratio", StringComparison.OrdinalIgnoreCase) && !name.Contains("log", StringComparison.OrdinalIgnoreCase);
}
