namespace RegenTrack.Interop.Cells;

/// <summary>Addresses and codes around lots and shipments, as the profiles raw-cell-lot, shipment and shipment-container have them.</summary>
public static class CellNames
{
    private const string Base = "https://regentrack.example/fhir/";
    private const string R5 = "http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.";

    /// <summary>ISBT 128 donation identification number, thirteen characters without flags and check character.</summary>
    public const string DonationNumber = "https://www.isbt128.org/uri/DonationIdentificationNumber";

    /// <summary>처리번호: the source site's own lot number.</summary>
    public const string SupplierLot = Base + "NamingSystem/supplier-lot";

    /// <summary>The source site's pseudonym of a donor; who it is stays with that site.</summary>
    public const string DonorCode = Base + "NamingSystem/donor-code";

    public const string Institution = Base + "NamingSystem/institution";

    public const string Product = Base + "NamingSystem/product";

    public const string Grant = Base + "NamingSystem/sandbox-grant";

    public const string SourceSite = Base + "NamingSystem/cell-site";

    public const string AirWaybill = Base + "NamingSystem/air-waybill";

    /// <summary>표준통관예정보고 번호.</summary>
    public const string PreClearance = Base + "NamingSystem/pre-clearance";

    public const string ContainerNumber = Base + "NamingSystem/container";

    public const string LotState = Base + "CodeSystem/lot-state";

    public const string ReceiptCheck = Base + "CodeSystem/receipt-check";

    public const string TemperatureOutcome = Base + "CodeSystem/temperature-outcome";

    public const string ExpirationDate = R5 + "expirationDate";

    /// <summary>Coding of <see cref="LotState"/>: where the lot stands, of which R4's status tells only whether it may be used.</summary>
    public const string ProductStatus = R5 + "productStatus";

    public const string ProcessingFacility = R5 + "processingFacility";

    public const string OriginCountry = Base + "StructureDefinition/origin-country";

    public const string ImportPermit = Base + "StructureDefinition/import-permit";

    public const string ProductVersion = Base + "StructureDefinition/product-version";

    public const string ReceivingOrganization = Base + "StructureDefinition/receiving-organization";

    /// <summary>Complex: <c>number</c>, <c>seal</c>.</summary>
    public const string TransportContainer = Base + "StructureDefinition/transport-container";

    /// <summary>HL7's way to point at what R4 does not let an element point at.</summary>
    public const string AlternateReference = "http://hl7.org/fhir/StructureDefinition/alternate-reference";
}
