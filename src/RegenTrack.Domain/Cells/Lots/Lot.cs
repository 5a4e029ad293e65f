using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Cells.Lots;

/// <summary>One lot of raw cells from announcement to the decision.</summary>
/// <param name="AssessedLogs">Temperature logs after whose excursions stability was assessed, and the lot found usable.</param>
public sealed record Lot(
    LotId Id,
    LotState State,
    ShipmentId Shipment,
    DonorId Donor,
    DonationNumber Din,
    string Product,
    int ProductVersion,
    string Batch,
    DateOnly Expiry,
    string Container,
    int Quantity,
    string Unit,
    GrantId? Grant,
    InstitutionId? Importer,
    IReadOnlyList<AssessedLog> AssessedLogs,
    string? LastReason)
{
    public static readonly Lot Initial = new(
        default, LotState.Unknown, default, default, default, "", 0, "", default, "", 0, "", null, null, [], null);

    public bool Exists => State != LotState.Unknown;

    /// <summary>What other contexts may know.</summary>
    public LotForTreatment ForTreatment() => new(Id, State, Expiry, Donor, Shipment, Product, ProductVersion, Quantity, Unit, Grant);

    public static Lot Evolve(Lot state, LotEvent e) => e switch
    {
        LotAnnounced announced => state with
        {
            Id = announced.Lot,
            State = LotState.Announced,
            Shipment = announced.Shipment,
            Donor = announced.Donor,
            Din = announced.Din,
            Product = announced.Product,
            ProductVersion = announced.ProductVersion,
            Batch = announced.Batch,
            Expiry = announced.Expiry,
            Container = announced.Container,
            Quantity = announced.Quantity,
            Unit = announced.Unit,
            Grant = announced.Grant,
            Importer = announced.Importer,
        },
        LotPreClearanceReported => state with { State = LotState.PreClearanceReported },
        LotDispatched => state with { State = LotState.InTransit },
        LotArrived => state with { State = LotState.WaitingQuarantine },
        LotInspectionStarted => state with { State = LotState.UnderReceiptInspection },
        LotReleased => state with { State = LotState.Released, LastReason = null },
        LotPutOnHold held => state with { State = LotState.OnHold, LastReason = held.Reason },
        LotHoldLifted lifted => state with { State = LotState.UnderReceiptInspection, AssessedLogs = [.. state.AssessedLogs, .. lifted.AssessedLogs ?? []], LastReason = lifted.Reason },
        LotRejected rejected => state with { State = LotState.Rejected, LastReason = rejected.Reason },
        _ => state,
    };
}
