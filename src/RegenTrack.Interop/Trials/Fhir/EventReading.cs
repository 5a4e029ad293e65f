using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>Observations of adverse events as a table.</summary>
internal static class EventReading
{
    public static AdverseEventTable? Read(IReadOnlyList<ResultObservation> results)
    {
        List<ResultObservation> events = [.. results.Where(result => result.Kind is "serious-event" or "other-event" or "serious-total" or "other-total" or "deaths-total")];
        return events.Count == 0 ? null : new AdverseEventTable(
            null,
            null,
            null,
            [.. events.Select(result => result.Group).Distinct().OrderBy(group => group.Id, StringComparer.Ordinal).Select(group => Group(group, events))],
            Terms(events, "serious-event"),
            Terms(events, "other-event"));
    }

    private static EventGroup Group(ReportingGroup group, List<ResultObservation> events)
    {
        return new EventGroup(group.Id, group.Title, group.Description, Tally("serious-total"), Tally("other-total"), Tally("deaths-total"));

        Tally? Tally(string kind) => events.Find(result => result.Kind == kind && result.Group == group) is { } total
            ? new Tally(total.Figure("affected"), total.Figure("at-risk"))
            : null;
    }

    private static List<EventTerm> Terms(List<ResultObservation> events, string kind) =>
        [.. events
            .Where(result => result.Kind == kind)
            .GroupBy(result => (result.Title, OrganSystem: result.Words("organ-system")))
            .Select(term => new EventTerm(
                term.Key.Title,
                term.Key.OrganSystem,
                term.First().Words("vocabulary"),
                null,
                null,
                [.. term.Select(count => new EventCount(count.Group.Id, count.Figure("affected"), count.Figure("at-risk"), count.Figure("events")))]))];
}
