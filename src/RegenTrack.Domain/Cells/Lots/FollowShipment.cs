using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Lots;

/// <summary>Bring a lot to where its shipment is: announced, reported, dispatched, arrived. Never back.</summary>
public sealed record FollowShipment(LotId Lot, ShipmentId Shipment)
{
    public static Outcome<LotEvent> Decide(Lot state, FollowShipment command, Shipment facts, Circumstances at)
    {
        if (facts.UnitOf(command.Lot) is not { } unit || (state.Exists && state.Shipment != command.Shipment)) return LotRefusals.Unknown;
        return Outcome<LotEvent>.Accept([.. Steps(state.State, unit, facts)]);
    }

    private static IEnumerable<LotEvent> Steps(LotState from, ExpectedUnit unit, Shipment shipment)
    {
        if (from < LotState.Announced)
            yield return new LotAnnounced(
                unit.Lot, shipment.Id, unit.Donor, unit.Din, unit.Product, unit.ProductVersion, unit.Batch, unit.Expiry, unit.Container, unit.Quantity, unit.Unit, shipment.Grant, shipment.Importer);
        if (from < LotState.PreClearanceReported && shipment.PreClearance is { } number) yield return new LotPreClearanceReported(unit.Lot, number);
        if (from < LotState.InTransit && shipment.DispatchedAt is { } dispatched) yield return new LotDispatched(unit.Lot, dispatched);
        if (from < LotState.WaitingQuarantine && shipment.ArrivedAt is { } arrived) yield return new LotArrived(unit.Lot, arrived);
    }
}
