using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Cells;

/// <summary>One lot of raw cells. A hospital system sees only those that its institution imports.</summary>
public static class LotStream
{
    public static readonly StreamType<Lot, LotEvent> Type = new StreamType<Lot, LotEvent>("lot", Lot.Initial, Lot.Evolve)
        .Event<LotAnnounced>("lot_announced_v1")
        .Event<LotPreClearanceReported>("lot_pre_clearance_reported_v1")
        .Event<LotDispatched>("lot_dispatched_v1")
        .Event<LotArrived>("lot_arrived_v1")
        .Event<LotInspectionStarted>("lot_inspection_started_v1")
        .Event<LotReleased>("lot_released_v1")
        .Event<LotPutOnHold>("lot_put_on_hold_v1")
        .Event<LotHoldLifted>("lot_hold_lifted_v1")
        .Event<LotRejected>("lot_rejected_v1")
        .VisibleTo((actor, lot) => actor.Role != Role.HospitalSystem || lot.Importer?.Value == actor.Institution);

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<FollowShipment, Shipment>(Permission.RecordShipment, c => c.Lot.Value, (c, facts, ct) => facts.State(ShipmentStream.Type, c.Shipment.Value, ct), FollowShipment.Decide, retries: true)
        .Command<StartInspection>(Permission.InspectShipment, c => c.Lot.Value, StartInspection.Decide)
        .Command<ReleaseLot, ReleaseFacts>(Permission.ReleaseLot, c => c.Lot.Value, Facts, ReleaseLot.Decide)
        .Command<HoldLot>(Permission.ReleaseLot, c => c.Lot.Value, HoldLot.Decide)
        .Command<LiftHold, Shipment>(Permission.ReleaseLot, c => c.Lot.Value, (c, facts, ct) => ShipmentOf(c.Lot, facts, ct), LiftHold.Decide)
        .Command<RejectLot>(Permission.ReleaseLot, c => c.Lot.Value, RejectLot.Decide);

    private static async Task<ReleaseFacts> Facts(ReleaseLot command, FactReader facts, CancellationToken cancellation)
    {
        var lot = await facts.State(Type, command.Lot.Value, cancellation);
        return lot.Exists
            ? new(await facts.State(ShipmentStream.Type, lot.Shipment.Value, cancellation), await facts.State(DonorStream.Type, lot.Donor.Value, cancellation))
            : new(Shipment.Initial, Donor.Initial);
    }

    private static async Task<Shipment> ShipmentOf(LotId id, FactReader facts, CancellationToken cancellation)
    {
        var lot = await facts.State(Type, id.Value, cancellation);
        return lot.Exists ? await facts.State(ShipmentStream.Type, lot.Shipment.Value, cancellation) : Shipment.Initial;
    }
}
