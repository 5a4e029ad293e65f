using System.Text.Json.Nodes;
using RegenTrack.App.Cells;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Cells;

/// <summary>A consignment, and each lot in its container.</summary>
internal sealed class RenderShipment() : Rendering<Shipment>(ShipmentStream.Type, "SupplyDelivery")
{
    protected override string? Institution(Shipment state) => state.Importer?.Value;

    protected override ValueTask<IEnumerable<JsonObject>> Resources(Shipment state, EventReader reader, CancellationToken cancellation) =>
        new(state.Units.Select((_, index) => MapShipment.Container(state, index)).Prepend(MapShipment.Consignment(state)));
}
