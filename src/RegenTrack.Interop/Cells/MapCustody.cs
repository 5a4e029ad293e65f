using System.Text.Json.Nodes;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.EventStore;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Cells;

/// <summary>A step of custody → Provenance, profile custody-event: of the consignment, its containers and their lots.</summary>
internal static class MapCustody
{
    private const string Profile = "https://regentrack.example/fhir/StructureDefinition/custody-event";
    private const string Step = "https://regentrack.example/fhir/CodeSystem/custody-step";

    public static bool IsStep(ShipmentEvent happened) => happened is ShipmentDispatched or CustodyHandedOver or ShipmentArrived;

    /// <param name="holder">Who held it when the step was taken.</param>
    public static JsonObject Write(string id, Shipment shipment, StoredEvent stored, string holder)
    {
        var (code, at, place, agents) = stored.Data switch
        {
            CustodyHandedOver handed => ("handed-over", handed.At, handed.Place, (JsonObject?[])[Agent("인계 releasing", handed.From), Agent("인수 receiving", handed.To)]),
            ShipmentArrived arrived => ("arrived", arrived.At, arrived.Place, [Agent("보관 holding", holder)]),
            ShipmentDispatched dispatched => ("dispatched", dispatched.At, null, [Agent("발송 dispatching", holder)]),
            _ => throw new ArgumentOutOfRangeException(nameof(stored), "This is no step of custody."),
        };
        var resource = Resource("Provenance", id);
        resource["meta"] = new JsonObject { ["profile"] = Many(JsonValue.Create(Profile)) };
        resource["target"] = Many(Targets(shipment));
        resource["occurredDateTime"] = Instant(at);
        resource["recorded"] = Instant(stored.RecordedAt);
        resource["location"] = place is null ? null : new JsonObject { ["display"] = place };
        resource["activity"] = Concept(Step, code);
        resource["agent"] = Many(agents);
        return resource;
    }

    private static IEnumerable<JsonObject> Targets(Shipment shipment) =>
    [
        Reference("SupplyDelivery", shipment.Id.Value),
        .. shipment.Units.Select((_, index) => Reference("SupplyDelivery", DeliveryIds.Of(shipment.Id.Value, index))),
        .. shipment.Units.Select(unit => Reference("BiologicallyDerivedProduct", unit.Lot.Value)),
    ];

    private static JsonObject Agent(string part, string organisation) =>
        new() { ["type"] = Text(part), ["who"] = new JsonObject { ["type"] = "Organization", ["display"] = organisation } };
}
