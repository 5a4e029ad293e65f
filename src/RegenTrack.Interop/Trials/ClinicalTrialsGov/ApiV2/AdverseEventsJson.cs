using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.ApiV2;

/// <summary>Adverse events.</summary>
internal static class AdverseEventsJson
{
    public static AdverseEventTable Read(JsonPlace module) => new(
        module.Text("timeFrame"),
        module.Text("description"),
        Figure.Of(module.Text("frequencyThreshold")),
        module.Each("eventGroups", Group),
        module.Each("seriousEvents", Term),
        module.Each("otherEvents", Term));

    private static EventGroup Group(JsonPlace group) => new(
        group.Required("id"),
        group.Text("title") ?? "",
        group.Text("description"),
        Tally(group, "serious"),
        Tally(group, "other"),
        Tally(group, "deaths"));

    private static Tally? Tally(JsonPlace group, string kind)
    {
        var tally = new Tally(Figure.Of(group.Text($"{kind}NumAffected")), Figure.Of(group.Text($"{kind}NumAtRisk")));
        return tally is { Affected: null, AtRisk: null } ? null : tally;
    }

    private static EventTerm Term(JsonPlace term) => new(
        term.Required("term"),
        term.Text("organSystem"),
        term.Text("sourceVocabulary"),
        term.Text("assessmentType"),
        term.Text("notes"),
        term.Each("stats", count => new EventCount(count.Required("groupId"), Figure.Of(count.Text("numAffected")), Figure.Of(count.Text("numAtRisk")), Figure.Of(count.Text("numEvents")))));
}
