using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Cells.Published;

/// <summary>What treatment, safety and sandbox need to know of a lot.</summary>
/// <param name="Expiry">Last day of use, in Asia/Seoul.</param>
/// <param name="Quantity">Received, in <paramref name="Unit"/>s.</param>
/// <param name="Unit">In which the lot is counted; empty when nobody said.</param>
/// <param name="SourceGrant">Sandbox grant under which the cells were imported; null when none.</param>
public sealed record LotForTreatment(
    LotId Lot,
    LotState State,
    DateOnly Expiry,
    DonorId Donor,
    ShipmentId Shipment,
    string Product,
    int ProductVersion,
    int Quantity,
    string Unit,
    GrantId? SourceGrant)
{
    /// <summary>Whether an amount in a unit can be taken off the lot's quantity.</summary>
    public bool IsCountedIn(string unit) => CountUnit.WordOf(Unit) is not { Length: > 0 } own || own == CountUnit.WordOf(unit);

    /// <summary>Released and not expired on the day of use.</summary>
    public bool MayBeUsedOn(DateOnly day) => State == LotState.Released && day <= Expiry;
}
