using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>Observations of participant flow as periods.</summary>
internal static class FlowReading
{
    public static ParticipantFlow? Read(IReadOnlyList<ResultObservation> results)
    {
        List<ResultObservation> flow = [.. results.Where(result => result.Kind is "flow-milestone" or "flow-reason")];
        return flow.Count == 0 ? null : new ParticipantFlow(
            [.. flow.Select(result => result.Group).Distinct().OrderBy(group => group.Id, StringComparer.Ordinal)],
            [.. flow.GroupBy(result => result.Words("period") ?? "Overall Study").Select(period => new FlowPeriod(period.Key, Rows(period, "flow-milestone"), Rows(period, "flow-reason")))],
            null,
            null);
    }

    private static List<FlowRow> Rows(IEnumerable<ResultObservation> period, string kind) =>
        [.. period.Where(result => result.Kind == kind).GroupBy(result => result.Title).Select(row => new FlowRow(row.Key, [.. row.Select(count => new GroupCount(count.Group.Id, count.Value))]))];
}
