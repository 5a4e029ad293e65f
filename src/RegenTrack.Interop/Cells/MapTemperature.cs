using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.Interop.Submissions;
using RegenTrack.Interop.Treatments;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Cells;

/// <summary>A logger file of a shipment → DocumentReference, one Observation a stretch of readings, one DetectedIssue a product that left its limits; profiles case-document, transport-temperature, temperature-excursion.</summary>
internal static class MapTemperature
{
    private const string Interpretation = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

    public static JsonObject File(Shipment shipment, int index, long length)
    {
        var id = LogIds.Of(shipment.Id.Value, index);
        var document = Resource("DocumentReference", id);
        document["status"] = "current";
        document["type"] = DocumentKind.Logger.Concept;
        document["content"] = Many(new JsonObject
        {
            ["attachment"] = new JsonObject
            {
                ["id"] = shipment.Logs[index].Sha256,
                ["contentType"] = MediaTypeNames.Application.Octet,
                ["url"] = $"Binary/{id}",
                ["size"] = length,
                ["title"] = DocumentKind.Logger.Korean,
            },
        });
        document["context"] = new JsonObject { ["related"] = Many(Reference("SupplyDelivery", shipment.Id.Value)) };
        return document;
    }

    public static JsonObject Segment(Shipment shipment, int index, TemperatureSegment segment, int place)
    {
        var log = shipment.Logs[index];
        var limits = log.Verdicts.SelectMany(verdict => verdict.Thresholds).Select(result => result.Threshold).ToList();
        var observation = Resource("Observation", string.Create(CultureInfo.InvariantCulture, $"{LogIds.Of(shipment.Id.Value, index)}.{place + 1}"));
        observation["status"] = "final";
        observation["code"] = Concept(CellNames.ReceiptCheck, "temperature");
        observation["focus"] = Many([.. Deliveries(shipment, log), .. Units(shipment, log).Select(Lot)]);
        observation["effectivePeriod"] = Period(Instant(segment.From), Instant(segment.Until));
        observation["valueSampledData"] = new JsonObject
        {
            ["origin"] = Quantity(0, "Cel", "°C"),
            ["period"] = (decimal)segment.Period.TotalMilliseconds,
            ["lowerLimit"] = limits.Where(limit => !limit.Above).Max(limit => (decimal?)limit.Celsius),
            ["upperLimit"] = limits.Where(limit => limit.Above).Min(limit => (decimal?)limit.Celsius),
            ["dimensions"] = 1,
            ["data"] = string.Join(' ', segment.Celsius.Select(celsius => celsius?.ToString(CultureInfo.InvariantCulture) ?? "E")),
        };
        observation["interpretation"] = Many(Concept(Interpretation, limits.Exists(limit => segment.Celsius.Any(celsius => celsius is { } value && limit.IsExceededBy(value))) ? "A" : "N"));
        observation["device"] = new JsonObject { ["type"] = "Device", ["identifier"] = new JsonObject { ["value"] = log.Serial }, ["display"] = log.Device };
        observation["derivedFrom"] = Many(Reference("DocumentReference", LogIds.Of(shipment.Id.Value, index)));
        return observation;
    }

    public static JsonObject Excursion(Shipment shipment, int index, TemperatureVerdict verdict)
    {
        var log = shipment.Logs[index];
        var issue = Resource("DetectedIssue", string.Create(CultureInfo.InvariantCulture, $"{LogIds.Of(shipment.Id.Value, index)}.{log.Verdicts.ToList().IndexOf(verdict) + 1}"));
        issue["status"] = "final";
        issue["code"] = Concept(CellNames.TemperatureOutcome, KebabCodes<ExcursionOutcome>.Of(verdict.Outcome));
        issue["severity"] = verdict.Outcome switch { ExcursionOutcome.Critical => "high", ExcursionOutcome.Major => "moderate", _ => "low" };
        issue["identifiedPeriod"] = Began(verdict) is { } began ? Period(Instant(began), Ended(verdict) is { } ended ? Instant(ended) : null) : null;
        issue["identifiedDateTime"] = Began(verdict) is null && shipment.ArrivedAt is { } arrived ? Instant(arrived) : null;
        issue["implicated"] = Many(Units(shipment, log).Where(unit => unit.Product == verdict.Product && unit.ProductVersion == verdict.SpecificationVersion).Select(Lot));
        issue["evidence"] = Many(new JsonObject { ["detail"] = Many(Reference("DocumentReference", LogIds.Of(shipment.Id.Value, index))) });
        return issue;
    }

    /// <summary>Verdicts that hospitals are told of: something left its limits, or the log cannot say, for a lot that is there.</summary>
    public static IEnumerable<TemperatureVerdict> Excursions(Shipment shipment, AttachedLog log) => log.Verdicts.Where(verdict =>
        verdict.Outcome != ExcursionOutcome.None && Units(shipment, log).Any(unit => unit.Product == verdict.Product && unit.ProductVersion == verdict.SpecificationVersion));

    private static DateTimeOffset? Began(TemperatureVerdict verdict) =>
        verdict.Thresholds.SelectMany(result => result.Excursions).Select(excursion => (DateTimeOffset?)excursion.From).Concat(verdict.Findings.Select(finding => finding.From)).Min();

    private static DateTimeOffset? Ended(TemperatureVerdict verdict) => verdict.Thresholds.SelectMany(result => result.Excursions).Max(excursion => (DateTimeOffset?)excursion.Until);

    private static IEnumerable<ExpectedUnit> Units(Shipment shipment, AttachedLog log) => shipment.Units.Where(unit => log.Container is null || unit.Container == log.Container);

    private static IEnumerable<JsonNode> Deliveries(Shipment shipment, AttachedLog log) => log.Container is null
        ? [Reference("SupplyDelivery", shipment.Id.Value)]
        : shipment.Units.Index().Where(unit => unit.Item.Container == log.Container).Select(unit => Reference("SupplyDelivery", DeliveryIds.Of(shipment.Id.Value, unit.Index)));

    private static JsonObject Lot(ExpectedUnit unit) => Reference("BiologicallyDerivedProduct", unit.Lot.Value);
}
