using System.Text.Json.Nodes;
using RegenTrack.App.Cells;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Cells;

/// <summary>A lot, with donor and shipment as they stand when the lot moves.</summary>
internal sealed class RenderLot() : Rendering<Lot>(LotStream.Type, "BiologicallyDerivedProduct")
{
    protected override string? Institution(Lot state) => state.Importer?.Value;

    protected override bool LooksBeyond(Lot state) => true;

    protected override async ValueTask<IEnumerable<JsonObject>> Resources(Lot state, EventReader reader, CancellationToken cancellation)
    {
        var (shipment, _) = await reader.State(ShipmentStream.Type, state.Shipment.Value, cancellation);
        var (donor, _) = await reader.State(DonorStream.Type, state.Donor.Value, cancellation);
        return [MapLot.Write(state, shipment, donor)];
    }
}
