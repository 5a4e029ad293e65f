using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.EventStore;

namespace RegenTrack.App.Cells;

/// <summary>Lots follow their shipment.</summary>
public static class Reactions
{
    public const string Name = "cells";

    public static async Task<IReadOnlyList<ReactionCommand>> Follow(StoredEvent stored, EventReader events, CancellationToken cancellation)
    {
        if (stored.Data is not (ShipmentAnnounced or PreClearanceReported or ShipmentDispatched or ShipmentArrived))
            return [];
        var (shipment, _) = await events.State(ShipmentStream.Type, stored.StreamId, cancellation);
        return [.. shipment.Units.Select(unit => ReactionCommand.Of(unit.Lot.Value, new FollowShipment(unit.Lot, shipment.Id)))];
    }
}
