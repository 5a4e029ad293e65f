using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.LegacyXml;

/// <summary>An outcome with its values and analyses.</summary>
internal static class OutcomeXml
{
    public static OutcomeMeasure Read(XmlPlace outcome) => new(
        Role(outcome),
        outcome.Required("title"),
        outcome.Text("description"),
        outcome.Text("time_frame"),
        outcome.Text("population"),
        outcome.Each("group_list", "group", TableXml.Group),
        outcome.Child("measure") is { } measure ? TableXml.Read(measure) : null,
        outcome.Each("analysis_list", "analysis", Analysis));

    private static EndpointRole Role(XmlPlace outcome)
    {
        string text = outcome.Required("type");
        if (RegistryVocabulary.Role(text) is { } role)
            return role;
        if (text.Length > 0)
            outcome.Problems.Unknown($"{outcome.Where}/type", text, RegistryVocabulary.Roles);
        return EndpointRole.PostHoc;
    }

    private static Analysis Analysis(XmlPlace analysis) => new(
        analysis.Child("group_id_list")?.Texts("group_id") ?? [],
        analysis.Text("groups_desc"),
        analysis.Text("non_inferiority_type"),
        analysis.Text("non_inferiority_desc"),
        analysis.Text("method"),
        analysis.Text("method_desc"),
        analysis.Text("param_type"),
        Figure.Of(analysis.Text("param_value")),
        analysis.Text("estimate_desc"),
        analysis.Text("dispersion_type"),
        Figure.Of(analysis.Text("dispersion_value")),
        Figure.Of(analysis.Text("ci_percent")),
        analysis.Text("ci_n_sides"),
        Figure.Of(analysis.Text("ci_lower_limit")),
        Figure.Of(analysis.Text("ci_upper_limit")),
        PValue.Of(analysis.Text("p_value")),
        analysis.Text("p_value_desc"),
        analysis.Text("other_analysis_desc"));
}
