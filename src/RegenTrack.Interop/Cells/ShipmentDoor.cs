using RegenTrack.App.Cells;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Cells;

/// <summary>GET SupplyDelivery: the shipments that the hospital imports, and the lots in their containers.</summary>
internal sealed class ShipmentDoor : IResourceDoor, ISearchDoor
{
    public string Type => "SupplyDelivery";

    public IReadOnlyList<SearchParameter> Parameters { get; } =
    [
        new("identifier", "token", "Air waybill"),
        new("status", "token", "in-progress or completed"),
        new("part-of", "reference", "The lots in their containers of one shipment"),
        new("product", "reference", "The lot in its container, by BiologicallyDerivedProduct"),
    ];

    public async Task<FhirReply> Read(string id, FhirCall call)
    {
        if (await call.Ask(new FindShipments(call.Actor, id)) is { Shipments: [var whole] })
            return FhirReply.Ok(MapShipment.Consignment(whole), whole.Version);
        return DeliveryIds.Parse(id) is var (shipment, index) && await call.Ask(new FindShipments(call.Actor, shipment)) is { Shipments: [var found] } && index < found.Shipment.Units.Count
            ? FhirReply.Ok(MapShipment.Container(found, index), found.Version)
            : FhirReply.NotFound;
    }

    public async Task<FhirReply> Search(FhirSearch search, FhirCall call)
    {
        bool? arrived = search.Code("status") switch { "completed" => true, "in-progress" => false, _ => null };
        if ((search.One("status") is not null && arrived is null) || search.System("identifier") is not (null or CellNames.AirWaybill))
            return FhirReply.SearchSet([]);

        var (whole, lot) = (search.Id("part-of"), search.Id("product"));
        var page = await call.Ask(new FindShipments(call.Actor, whole, search.Code("identifier"), lot, arrived, search.After, search.Count));
        var resources = page?.Shipments.SelectMany(found => whole is null && lot is null
            ? [MapShipment.Consignment(found)]
            : found.Shipment.Units.Index().Where(unit => lot is null || unit.Item.Lot.Value == lot).Select(unit => MapShipment.Container(found, unit.Index)));
        return FhirReply.SearchSet(resources ?? [], next: page?.Next);
    }
}
