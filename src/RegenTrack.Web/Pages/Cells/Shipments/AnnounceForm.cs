namespace RegenTrack.Web.Pages.Cells.Shipments;

/// <summary>The announcement as typed.</summary>
public sealed class AnnounceForm
{
    public string SiteId { get; set; } = "";

    public string Site { get; set; } = "";

    public string Country { get; set; } = "";

    public string Certificate { get; set; } = "";

    public string Issuer { get; set; } = "";

    public DateOnly? CertificateFrom { get; set; }

    public DateOnly? CertificateUntil { get; set; }

    public string? Grant { get; set; }

    public string? Importer { get; set; }

    public DateOnly? ExpectedOn { get; set; }

    public string? AirWaybill { get; set; }

    public List<LotForm> Lots { get; set; } = [new()];
}

/// <summary>One lot of the announcement as typed.</summary>
public sealed class LotForm
{
    /// <summary>Donation number, with its check character.</summary>
    public string Din { get; set; } = "";

    public string Donor { get; set; } = "";

    /// <summary>Product and version as <c>product@version</c>.</summary>
    public string Product { get; set; } = "";

    public string Batch { get; set; } = "";

    public DateOnly? Expiry { get; set; }

    public int Quantity { get; set; } = 1;

    public string Unit { get; set; } = "vial";

    public string Container { get; set; } = "";

    public string Seal { get; set; } = "";
}
