using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.LegacyXml;

/// <summary>Adverse events. The format hides the totals per group in a category called "Total" whose rows are told apart by their words.</summary>
internal static class ReportedEventsXml
{
    private sealed record Row(string? Category, EventTerm Term);

    public static AdverseEventTable Read(XmlPlace events)
    {
        IReadOnlyList<Row> serious = Rows(events.Child("serious_events"));
        IReadOnlyList<Row> other = Rows(events.Child("other_events"));
        List<EventTerm> totals = [.. serious.Concat(other).Where(IsTotal).Select(row => row.Term)];
        return new AdverseEventTable(
            events.Text("time_frame"),
            events.Text("desc"),
            Figure.Of(events.Child("other_events")?.Text("frequency_threshold")),
            events.Each("group_list", "group", group => Group(group, totals)),
            [.. serious.Where(row => !IsTotal(row)).Select(row => row.Term)],
            [.. other.Where(row => !IsTotal(row)).Select(row => row.Term)]);
    }

    private static bool IsTotal(Row row) => row.Category == "Total";

    private static IReadOnlyList<Row> Rows(XmlPlace? table)
    {
        if (table is null)
            return [];
        string? vocabulary = table.Text("default_vocab");
        string? assessment = table.Text("default_assessment");
        return [.. table
            .Each("category_list", "category", category => (Title: category.Text("title"), Events: category.Each("event_list", "event", e => e)))
            .SelectMany(category => category.Events.Select(e => new Row(category.Title, Term(e, category.Title, vocabulary, assessment))))];
    }

    private static EventTerm Term(XmlPlace e, string? organSystem, string? vocabulary, string? assessment) => new(
        e.Required("sub_title"),
        organSystem,
        e.Child("sub_title")?.Attribute("vocab") ?? vocabulary,
        e.Text("assessment") ?? assessment,
        e.Text("description"),
        e.Each("counts", count => new EventCount(
            count.RequiredAttribute("group_id"),
            Figure.Of(count.Attribute("subjects_affected")),
            Figure.Of(count.Attribute("subjects_at_risk")),
            Figure.Of(count.Attribute("events")))));

    private static EventGroup Group(XmlPlace group, List<EventTerm> totals)
    {
        string id = group.RequiredAttribute("group_id");
        return new EventGroup(id, group.Text("title") ?? "", group.Text("description"), Tally("serious"), Tally("other"), Tally("mortality"));

        Tally? Tally(string word) => totals
            .Where(total => total.Term.Contains(word, StringComparison.OrdinalIgnoreCase))
            .SelectMany(total => total.Counts)
            .Where(count => count.Group == id)
            .Select(count => new Tally(count.Affected, count.AtRisk))
            .FirstOrDefault();
    }
}
