using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Shipments;

namespace RegenTrack.App.Safety;

/// <summary>Where a lot came from: donor, shipment, and the logger files that speak for its container.</summary>
public sealed record LotOrigin(Lot Lot, Donor Donor, Shipment Shipment, IReadOnlyList<AttachedLog> Logs)
{
    internal static async Task<LotOrigin?> Of(string id, QueryContext context, CancellationToken cancellation)
    {
        var (lot, _) = await context.Events.State(LotStream.Type, id, cancellation);
        if (!lot.Exists)
            return null;
        var (shipment, _) = await context.Events.State(ShipmentStream.Type, lot.Shipment.Value, cancellation);
        var (donor, _) = await context.Events.State(DonorStream.Type, lot.Donor.Value, cancellation);
        return new LotOrigin(lot, donor, shipment, [.. shipment.LogsOf(lot.Container)]);
    }
}
