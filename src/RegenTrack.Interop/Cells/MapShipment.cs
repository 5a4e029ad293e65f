using System.Text.Json.Nodes;
using RegenTrack.Domain.Cells.Shipments;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Cells;

/// <summary>A consignment → SupplyDelivery, and each lot in its container → a SupplyDelivery that is part of it; profiles shipment and shipment-container.</summary>
internal static class MapShipment
{
    public static JsonObject Consignment(Shipment shipment)
    {
        var resource = Base(shipment, shipment.Id.Value);
        resource["extension"] = Many(
            shipment.Importer is { } receiver ? Extension(CellNames.ReceivingOrganization, "valueReference", ReferenceBy(CellNames.Institution, receiver.Value, "Organization")) : null);
        resource["identifier"] = Many(
            shipment.AirWaybill is { } waybill ? Identifier(CellNames.AirWaybill, waybill) : null,
            shipment.PreClearance is { } reported ? Identifier(CellNames.PreClearance, reported) : null);
        return resource;
    }

    public static JsonObject Container(Shipment shipment, int index)
    {
        var unit = shipment.Units[index];
        var resource = Base(shipment, DeliveryIds.Of(shipment.Id.Value, index));
        var seal = shipment.Containers.FirstOrDefault(container => container.Number == unit.Container)?.Seal;
        resource["extension"] = Many(new JsonObject
        {
            ["url"] = CellNames.TransportContainer,
            ["extension"] = Many(
                Extension("number", "valueIdentifier", Identifier(CellNames.ContainerNumber, unit.Container)),
                seal is null ? null : Extension("seal", "valueString", seal)),
        });
        resource["partOf"] = Many(Reference("SupplyDelivery", shipment.Id.Value));
        resource["suppliedItem"] = new JsonObject
        {
            ["quantity"] = new JsonObject { ["value"] = unit.Quantity, ["unit"] = unit.Unit },
            ["itemReference"] = new JsonObject
            {
                ["extension"] = Many(Extension(CellNames.AlternateReference, "valueReference", Reference("BiologicallyDerivedProduct", unit.Lot.Value))),
                ["display"] = unit.Batch,
            },
        };
        return resource;
    }

    private static JsonObject Base(Shipment shipment, string id)
    {
        var resource = Resource("SupplyDelivery", id);
        resource["status"] = shipment.ArrivedAt is null ? "in-progress" : "completed";
        resource["occurrencePeriod"] = shipment.DispatchedAt is { } left ? Period(Instant(left), shipment.ArrivedAt is { } arrived ? Instant(arrived) : null) : null;
        resource["supplier"] = shipment.Site is { } site ? MapLot.Named(CellNames.SourceSite, site.Id, "Organization", site.Name) : null;
        return resource;
    }
}
