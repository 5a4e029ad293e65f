using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.LegacyXml;

/// <summary>Baseline characteristics.</summary>
internal static class BaselineXml
{
    public static BaselineTable Read(XmlPlace baseline) => new(
        baseline.Text("population"),
        baseline.Each("group_list", "group", TableXml.Group),
        baseline.Each("analyzed_list", "analyzed", TableXml.Analysed),
        baseline.Each("measure_list", "measure", measure => new BaselineMeasure(measure.Required("title"), measure.Text("description"), TableXml.Read(measure))));
}
