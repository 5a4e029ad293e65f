using System.Globalization;
using System.Text.Json.Nodes;
using RegenTrack.Domain.Trials;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>The reading order of a results package → Composition, profile trial-result-summary.</summary>
internal static class MapTrialSummary
{
    private const string Section = "https://regentrack.example/fhir/CodeSystem/trial-summary-section";
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /// <param name="figures">Of each whether it is about safety.</param>
    public static JsonObject Of(Trial trial, ResultsVersion results, IReadOnlyList<bool> figures)
    {
        var summary = Resource("Composition", IdOf(trial, results));
        summary["status"] = results.WithdrawnBecause is null ? "final" : "entered-in-error";
        summary["type"] = Text("임상시험 결과 요약");
        summary["subject"] = Reference("ResearchStudy", trial.Id.Value);
        if ((trial.StudyReport ?? trial.FinalResult ?? trial.LastObservationEnd) is { } day)
            summary["date"] = Day(day);
        else
            summary["_date"] = new JsonObject { ["extension"] = Many(Extension(AbsentReason, "valueCode", "unknown")) };
        summary["author"] = Many(new JsonObject { ["display"] = trial.Registration!.Sponsor ?? trial.Id.Value });
        summary["title"] = trial.Registration.Title;
        summary["relatesTo"] = results.Number > 1
            ? Many(new JsonObject { ["code"] = "replaces", ["targetReference"] = Reference("Composition", IdOf(trial, results with { Number = results.Number - 1 })) })
            : null;
        summary["section"] = Many(Entries("efficacy", false), Entries("safety", true));
        return summary;

        JsonObject Entries(string code, bool safety)
        {
            var section = new JsonObject { ["code"] = Concept(Section, code) };
            List<JsonObject> entries = [.. figures.Index().Where(one => one.Item == safety).Select(one => Reference("Observation", TrialFigure.IdOf(trial, results, one.Index)))];
            if (entries.Count > 0)
                section["entry"] = Many(entries);
            else
                section["text"] = new JsonObject { ["status"] = "generated", ["div"] = "<div xmlns=\"http://www.w3.org/1999/xhtml\">보고되지 않음 · Not reported</div>" };
            return section;
        }
    }

    private static string IdOf(Trial trial, ResultsVersion results) => string.Create(CultureInfo.InvariantCulture, $"{trial.Id.Value}.v{results.Number}");
}
