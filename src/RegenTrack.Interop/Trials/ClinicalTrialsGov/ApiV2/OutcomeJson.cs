using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.ApiV2;

/// <summary>An outcome measure with its values and analyses.</summary>
internal static class OutcomeJson
{
    public static OutcomeMeasure Read(JsonPlace outcome)
    {
        MeasureTable table = TableJson.Read(outcome);
        return new OutcomeMeasure(
            Role(outcome),
            outcome.Required("title"),
            outcome.Text("description"),
            outcome.Text("timeFrame"),
            outcome.Text("populationDescription"),
            outcome.Each("groups", TableJson.Group),
            table is { Parameter: null, Unit: null, Classes.Count: 0 } ? null : table,
            outcome.Each("analyses", Analysis));
    }

    private static EndpointRole Role(JsonPlace outcome)
    {
        string text = outcome.Required("type");
        if (RegistryVocabulary.Role(text) is { } role)
            return role;
        if (text.Length > 0)
            outcome.Problems.Unknown($"{outcome.Path}.type", text, RegistryVocabulary.Roles);
        return EndpointRole.PostHoc;
    }

    private static Analysis Analysis(JsonPlace analysis) => new(
        analysis.Texts("groupIds"),
        analysis.Text("groupDescription"),
        analysis.Text("nonInferiorityType"),
        analysis.Text("nonInferiorityComment"),
        analysis.Text("statisticalMethod"),
        analysis.Text("statisticalComment"),
        analysis.Text("paramType"),
        Figure.Of(analysis.Text("paramValue")),
        analysis.Text("estimateComment"),
        analysis.Text("dispersionType"),
        Figure.Of(analysis.Text("dispersionValue")),
        Figure.Of(analysis.Text("ciPctValue")),
        analysis.Text("ciNumSides"),
        Figure.Of(analysis.Text("ciLowerLimit")),
        Figure.Of(analysis.Text("ciUpperLimit")),
        PValue.Of(analysis.Text("pValue")),
        analysis.Text("pValueComment"),
        analysis.Text("otherAnalysisDescription"));
}
