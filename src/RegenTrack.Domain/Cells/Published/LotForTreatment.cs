using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Cells.Published;

/// <summary>What treatment, safety and sandbox need to know of a lot.</summary>
/// <param name="Expiry">Last day of use, in Asia/Seoul.</param>
/// <param name="SourceGrant">Sandbox grant under which the cells were imported; null when none.</param>
public sealed record LotForTreatment(
    LotId Lot,
    LotState State,
    DateOnly Expiry,
    DonorId Donor,
    ShipmentId Shipment,
    string Product,
    int ProductVersion,
    GrantId? SourceGrant)
{
    /// <summary>Released and not expired on the day of use.</summary>
    public bool MayBeUsedOn(DateOnly day) => State == LotState.Released && day <= Expiry;
}
