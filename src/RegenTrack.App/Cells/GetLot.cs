using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;

namespace RegenTrack.App.Cells;

/// <summary>The trace of one lot: donor, shipment, custody, temperature, checks, decisions.</summary>
public sealed record GetLot(Actor Actor, string Lot) : IQuery<LotTrace>
{
    public static async Task<LotTrace?> Answer(GetLot query, QueryContext context, CancellationToken cancellation)
    {
        var (lot, version) = await context.Events.State(LotStream.Type, query.Lot, cancellation);
        if (!lot.Exists || !LotStream.Type.IsVisible(query.Actor, lot)) return null;
        var (shipment, _) = await context.Events.State(ShipmentStream.Type, lot.Shipment.Value, cancellation);
        var (donor, _) = await context.Events.State(DonorStream.Type, lot.Donor.Value, cancellation);
        var history = (await context.Events.Read(LotStream.Type.Alias, query.Lot, cancellation))
            .Concat((await context.Events.Read(ShipmentStream.Type.Alias, lot.Shipment.Value, cancellation)).Where(stored => Concerns(stored, lot)))
            .OrderBy(stored => stored.RecordedAt).ThenBy(stored => stored.Version)
            .ToList();
        return new(lot, version, shipment, donor, history, Against(lot, shipment, donor, query.Actor, context), context.Today);
    }

    // What would be refused now; asking the decider itself keeps the screen and the rule the same.
    private static IReadOnlyList<Refusal> Against(Lot lot, Shipment shipment, Donor donor, Actor actor, QueryContext context) => lot.State == LotState.UnderReceiptInspection
        ? ReleaseLot.Decide(lot, new(lot.Id, ""), new(shipment, donor), new(actor, context.Now, context.Now, context.Holidays)).Refusals
        : [];

    private static bool Concerns(StoredEvent stored, Lot lot) => stored.Data switch
    {
        UnitIdentified e => e.Lot == lot.Id,
        SealChecked e => e.Finding.Container == lot.Container,
        TemperatureLogAttached e => e.Log.Container is null || e.Log.Container == lot.Container,
        ReceiptCheckRecorded e => e.Check.Container is null || e.Check.Container == lot.Container,
        CustodyHandedOver => true,
        _ => false,
    };
}

/// <param name="History">Events of the lot and those of its shipment that concern it, in order.</param>
/// <param name="AgainstRelease">What stands in the way of releasing it now; empty in other states than inspection.</param>
public sealed record LotTrace(
    Lot Lot, long Version, Shipment Shipment, Donor Donor, IReadOnlyList<StoredEvent> History, IReadOnlyList<Refusal> AgainstRelease, DateOnly Today);
