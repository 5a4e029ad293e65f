using System.Globalization;
using System.Text.Json.Nodes;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>Figures of a trial → Observations as <see cref="TrialResultsReading"/> reads them, profile trial-result. A Group stands inside what is about it: it is a column of a table and no list of people.</summary>
/// <param name="Safety">Else it is about efficacy.</param>
internal sealed record TrialFigure(string Kind, bool Safety, JsonObject Content)
{
    /// <summary>
    /// What matters most comes first: primary endpoints, totals of events, serious events, other endpoints, other events. A figure's place is its address. Made one by one: of a large
    /// package there are thousands.
    /// </summary>
    public static IEnumerable<TrialFigure> Of(EvidencePackage package) =>
        package.Outcomes.Where(outcome => outcome.Role == EndpointRole.Primary).SelectMany(Endpoint)
            .Concat(package.AdverseEvents is { } events ? Totals(events).Concat(Terms(events, events.Serious, "serious-event")) : [])
            .Concat(package.Outcomes.Where(outcome => outcome.Role != EndpointRole.Primary).SelectMany(Endpoint))
            .Concat(package.AdverseEvents is { } reported ? Terms(reported, reported.Other, "other-event") : []);

    public JsonObject Observation(Trial trial, ResultsVersion results, int place)
    {
        var observation = Resource("Observation", IdOf(trial, results, place));
        observation["status"] = results.WithdrawnBecause is null ? "final" : "entered-in-error";
        observation["category"] = Many(Concept(TrialResultNames.Kind, Kind));
        foreach (var (name, value) in Content)
            observation[name] = value?.DeepClone();
        observation["focus"] = Many([Reference("ResearchStudy", trial.Id.Value), .. (Content["focus"]?.AsArray() ?? []).Select(focus => focus!.DeepClone())]);
        return observation;
    }

    public static string IdOf(Trial trial, ResultsVersion results, int place) => string.Create(CultureInfo.InvariantCulture, $"{trial.Id.Value}.v{results.Number}.{place + 1}");

    private static IEnumerable<TrialFigure> Endpoint(OutcomeMeasure outcome)
    {
        var kind = EndpointReading.Kind(outcome.Role);
        foreach (var row in outcome.Table?.Classes ?? [])
            foreach (var category in row.Categories)
                foreach (var value in category.Measurements)
                {
                    var analysed = row.Analysed.Concat(outcome.Table!.Analysed).SelectMany(one => one.Counts).FirstOrDefault(count => count.Group == value.Group)?.Count;
                    yield return new(kind, false, About(outcome.Title, outcome.Groups, [value.Group], value.Value, outcome.Table.Unit,
                    [
                        Words("time-frame", outcome.TimeFrame), Words("population", outcome.Population), Words("parameter", outcome.Table.Parameter), Words("dispersion", outcome.Table.Dispersion),
                        Words("class", string.Join(" · ", new[] { row.Title, category.Title }.Where(title => title is not null)) is { Length: > 0 } title ? title : null),
                        Part("analysed", analysed), Part("spread", value.Spread), Part("lower", value.Lower), Part("upper", value.Upper), Words("comment", value.Comment),
                    ]));
                }

        foreach (var analysis in outcome.Analyses.Where(analysis => analysis.Groups.Count > 0 && (analysis.Estimate is not null || analysis.P is not null)))
        {
            yield return new(kind, false, About(outcome.Title, outcome.Groups, analysis.Groups, analysis.Estimate, null,
            [
                Words("time-frame", outcome.TimeFrame), Words("parameter", analysis.Parameter), Words("hypothesis", analysis.Hypothesis), Words("method", analysis.Method),
                Part("spread", analysis.Spread), Part("lower", analysis.Lower), Part("upper", analysis.Upper), Part("confidence-percent", analysis.ConfidencePercent), P(analysis.P),
            ]));
        }
    }

    private static IEnumerable<TrialFigure> Totals(AdverseEventTable events)
    {
        ReportingGroup[] groups = [.. events.Groups.Select(group => new ReportingGroup(group.Id, group.Title, group.Description))];
        foreach (var group in events.Groups)
            foreach (var (kind, title, total) in new[] { ("serious-total", "Serious adverse events", group.Serious), ("other-total", "Other adverse events", group.Other), ("deaths-total", "Deaths", group.Deaths) })
            {
                if (total is not null)
                    yield return new(kind, true, About(title, groups, [group.Id], null, null, [Part("affected", total.Affected), Part("at-risk", total.AtRisk)]));
            }
    }

    private static IEnumerable<TrialFigure> Terms(AdverseEventTable events, IReadOnlyList<EventTerm> terms, string kind)
    {
        ReportingGroup[] groups = [.. events.Groups.Select(group => new ReportingGroup(group.Id, group.Title, group.Description))];
        foreach (var term in terms)
            foreach (var count in term.Counts)
            {
                yield return new(kind, true, About(term.Term, groups, [count.Group], null, null,
                    [Words("organ-system", term.OrganSystem), Words("vocabulary", term.Vocabulary), Part("affected", count.Affected), Part("at-risk", count.AtRisk), Part("events", count.Events)]));
            }
    }

    private static JsonObject About(string title, IReadOnlyList<ReportingGroup> groups, IReadOnlyList<string> of, Figure? value, string? unit, IEnumerable<JsonObject?> parts)
    {
        var named = of.Select((id, place) => (Id: $"group-{place + 1}", Title: groups.FirstOrDefault(group => group.Id == id)?.Title ?? id)).ToList();
        var content = new JsonObject
        {
            ["contained"] = Many(named.Select(one => new JsonObject { ["resourceType"] = "Group", ["id"] = one.Id, ["type"] = "person", ["actual"] = true, ["name"] = one.Title })),
            ["code"] = Text(title),
            ["subject"] = new JsonObject { ["reference"] = $"#{named[0].Id}" },
            ["focus"] = Many(named.Skip(1).Select(one => new JsonObject { ["reference"] = $"#{one.Id}" })),
        };
        Put(content, value, unit);
        content["component"] = Many(parts);
        return content;
    }

    private static JsonObject? Part(string code, Figure? figure)
    {
        if (figure is null)
            return null;
        var part = new JsonObject { ["code"] = Concept(TrialResultNames.Component, code) };
        Put(part, figure, null);
        return part;
    }

    private static JsonObject? P(PValue? p)
    {
        if (p is null)
            return null;
        var part = new JsonObject { ["code"] = Concept(TrialResultNames.Component, "p-value") };
        if (p.Bound is { } bound)
            part["valueQuantity"] = new JsonObject { ["value"] = bound, ["comparator"] = p.Relation switch { "≤" => "<=", "≥" => ">=", "=" => null, var relation => relation } };
        else
            part["valueString"] = p.Text;
        return part;
    }

    private static JsonObject? Words(string code, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : new JsonObject { ["code"] = Concept(TrialResultNames.Component, code), ["valueString"] = text };

    // A number keeps its digits; what is none, such as NA, stays what the source wrote.
    private static void Put(JsonObject holder, Figure? figure, string? unit)
    {
        if (figure?.Number is { } number)
            holder["valueQuantity"] = new JsonObject { ["value"] = number, ["unit"] = unit };
        else if (figure is not null)
            holder["valueString"] = figure.Text;
    }
}
