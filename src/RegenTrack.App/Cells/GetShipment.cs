using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;

namespace RegenTrack.App.Cells;

/// <summary>One shipment with its lots and history.</summary>
public sealed record GetShipment(Actor Actor, string Shipment) : IQuery<ShipmentDetail>
{
    public static async Task<ShipmentDetail?> Answer(GetShipment query, QueryContext context, CancellationToken cancellation)
    {
        var (shipment, version) = await context.Events.State(ShipmentStream.Type, query.Shipment, cancellation);
        if (!shipment.Exists || !ShipmentStream.Type.IsVisible(query.Actor, shipment)) return null;
        var lots = await LotBoard.List(new ListLots(query.Actor, Shipment: query.Shipment), context, cancellation);
        return new(shipment, version, lots!.Rows, await context.Events.Read(ShipmentStream.Type.Alias, query.Shipment, cancellation), context.Today);
    }
}

/// <param name="Lots">Those that follow the shipment already.</param>
public sealed record ShipmentDetail(Shipment Shipment, long Version, IReadOnlyList<LotRow> Lots, IReadOnlyList<StoredEvent> History, DateOnly Today);
