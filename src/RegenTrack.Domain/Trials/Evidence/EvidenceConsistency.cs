using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>What a package must hold true inside itself before anyone may rely on it: every figure belongs to a group that its own table names.</summary>
public static class EvidenceConsistency
{
    public static IEnumerable<Refusal> Check(EvidencePackage package)
    {
        if (package.Flow is { } flow)
            foreach (Refusal refusal in Strangers("participant flow", flow.Groups, flow.Periods.SelectMany(period => period.Milestones.Concat(period.DropReasons)).SelectMany(row => row.Counts).Select(count => count.Group)))
                yield return refusal;
        if (package.Baseline is { } baseline)
            foreach (Refusal refusal in Strangers("baseline", baseline.Groups, baseline.Measures.SelectMany(measure => measure.Table.Measurements).Select(measurement => measurement.Group)))
                yield return refusal;
        foreach (OutcomeMeasure outcome in package.Outcomes)
            foreach (Refusal refusal in Strangers(outcome.Title, outcome.Groups, GroupsUsedIn(outcome)))
                yield return refusal;
        if (package.AdverseEvents is { } events)
            foreach (Refusal refusal in Strangers("adverse events", events.Groups.Select(group => new ReportingGroup(group.Id, group.Title, null)), events.Serious.Concat(events.Other).SelectMany(term => term.Counts).Select(count => count.Group)))
                yield return refusal;
    }

    private static IEnumerable<string> GroupsUsedIn(OutcomeMeasure outcome) =>
        (outcome.Table?.Measurements.Select(measurement => measurement.Group) ?? [])
            .Concat(outcome.Table?.Analysed.SelectMany(denominator => denominator.Counts).Select(count => count.Group) ?? [])
            .Concat(outcome.Analyses.SelectMany(analysis => analysis.Groups));

    private static IEnumerable<Refusal> Strangers(string table, IEnumerable<ReportingGroup> groups, IEnumerable<string> used)
    {
        var known = groups.Select(group => group.Id).ToList();
        if (known.Count != known.Distinct(StringComparer.Ordinal).Count())
            yield return new Refusal("evidence-group-twice", $"'{table}' 표에 같은 군 식별자가 두 번 있습니다.", $"The table '{table}' names the same group id twice.");
        foreach (string stranger in used.Distinct(StringComparer.Ordinal).Except(known, StringComparer.Ordinal))
            yield return new Refusal(
                "evidence-group-unknown",
                $"'{table}' 표의 값이 그 표에 없는 군 '{stranger}'을(를) 가리킵니다. 원자료를 확인하십시오.",
                $"A value in the table '{table}' belongs to group '{stranger}', which that table does not name. Check the source record.");
    }
}
