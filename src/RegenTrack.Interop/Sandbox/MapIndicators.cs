using System.Text.Json.Nodes;
using RegenTrack.App.Sandbox;
using RegenTrack.Interop.Applications;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Sandbox;

/// <summary>A half-year's indicators → MeasureReport, profile sandbox-indicators.</summary>
internal static class MapIndicators
{
    public const string Measure = "https://regentrack.example/fhir/Measure/sandbox-indicators";

    private const string Indicator = "https://regentrack.example/fhir/CodeSystem/indicator";
    private const string Population = "http://terminology.hl7.org/CodeSystem/measure-population";

    public static string IdOf(Indicators indicators, HalfYear half) => $"{indicators.Institution}.{Day(half.From)}";

    public static JsonObject Report(Indicators indicators, HalfYear half)
    {
        var report = Resource("MeasureReport", IdOf(indicators, half));
        report["status"] = half.Until < indicators.Today ? "complete" : "pending";
        report["type"] = "summary";
        report["measure"] = Measure;
        report["date"] = Day(indicators.Today);
        report["reporter"] = ReferenceBy(ApplicationCodes.Institution, indicators.Institution, "Organization");
        report["period"] = Period(Day(half.From), Day(half.Until));
        report["group"] = Many(
            Group("subjects-treated", Counted("initial-population", half.Subjects)),
            Group("serious-events", Counted("initial-population", half.Serious)),
            Group("lots-imported", Counted("initial-population", half.Imported)),
            Group("lots-rejected", Counted("initial-population", half.Rejected)),
            Group("reports-in-time", Counted("numerator", half.InTime), Counted("denominator", half.Reported)));
        return report;
    }

    private static JsonObject Group(string indicator, params IEnumerable<JsonNode> populations) => new() { ["code"] = Concept(Indicator, indicator), ["population"] = Many(populations) };

    private static JsonObject Counted(string population, int count) => new() { ["code"] = Concept(Population, population), ["count"] = count };
}
