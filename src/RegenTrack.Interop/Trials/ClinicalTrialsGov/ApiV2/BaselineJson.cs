using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.ApiV2;

/// <summary>Baseline characteristics.</summary>
internal static class BaselineJson
{
    public static BaselineTable Read(JsonPlace module) => new(
        module.Text("populationDescription"),
        module.Each("groups", TableJson.Group),
        module.Each("denoms", TableJson.Analysed),
        module.Each("measures", measure => new BaselineMeasure(measure.Required("title"), measure.Text("description"), TableJson.Read(measure))));
}
