namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>How much a package holds: what lists show and what an import is checked by.</summary>
public sealed record EvidenceCounts(
    int FlowGroups,
    int FlowCounts,
    int BaselineMeasurements,
    int Outcomes,
    int PrimaryOutcomes,
    int Measurements,
    int Analyses,
    int EventGroups,
    int SeriousTerms,
    int OtherTerms,
    int EventCounts)
{
    public static EvidenceCounts Of(EvidencePackage package) => new(
        package.Flow?.Groups.Count ?? 0,
        package.Flow?.Periods.Sum(period => period.Milestones.Concat(period.DropReasons).Sum(row => row.Counts.Count)) ?? 0,
        package.Baseline?.Measures.Sum(measure => measure.Table.Measurements.Count()) ?? 0,
        package.Outcomes.Count,
        package.Outcomes.Count(outcome => outcome.Role == EndpointRole.Primary),
        package.Outcomes.Sum(outcome => outcome.Table?.Measurements.Count() ?? 0),
        package.Outcomes.Sum(outcome => outcome.Analyses.Count),
        package.AdverseEvents?.Groups.Count ?? 0,
        package.AdverseEvents?.Serious.Count ?? 0,
        package.AdverseEvents?.Other.Count ?? 0,
        package.AdverseEvents?.Serious.Concat(package.AdverseEvents.Other).Sum(term => term.Counts.Count) ?? 0);
}
