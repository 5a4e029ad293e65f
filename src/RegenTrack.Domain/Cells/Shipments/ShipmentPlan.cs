using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Published;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>The foreign site that collected and ships the cells.</summary>
/// <param name="Country">ISO 3166 two letters.</param>
public sealed record SourceSite(string Id, string Name, string Country);

/// <summary>The exporting government's (or authorised body's) certificate for the site.</summary>
public sealed record ExporterCertificate(string Number, string Issuer, DateOnly From, DateOnly Until)
{
    public bool IsValidOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>One transport container with its seal, as announced.</summary>
public sealed record ExpectedContainer(string Number, string Seal);

/// <summary>One lot that the shipment should hold.</summary>
/// <param name="Batch">처리번호 of the source site.</param>
/// <param name="Expiry">Last day of use.</param>
/// <param name="Quantity">Number of <paramref name="Unit"/>s, e.g. 3 vials.</param>
public sealed record ExpectedUnit(
    LotId Lot, DonorId Donor, DonationNumber Din, string Product, int ProductVersion, string Batch, DateOnly Expiry, string Container, int Quantity, string Unit);
