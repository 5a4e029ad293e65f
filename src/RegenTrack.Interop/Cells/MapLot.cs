using System.Text.Json.Nodes;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Interop.Treatments;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Cells;

/// <summary>A lot of raw cells → BiologicallyDerivedProduct, profile raw-cell-lot.</summary>
internal static class MapLot
{
    public static JsonObject Write(Lot lot, Shipment shipment, Donor donor)
    {
        var resource = Resource("BiologicallyDerivedProduct", lot.Id.Value);
        resource["extension"] = Many(
            Extension(CellNames.ExpirationDate, "valueDateTime", Day(lot.Expiry)),
            Extension(CellNames.ProductStatus, "valueCoding", Coding(CellNames.LotState, KebabCodes<LotState>.Of(lot.State))),
            shipment.Site is { } site ? Extension(CellNames.ProcessingFacility, "valueReference", Named(CellNames.SourceSite, site.Id, "Organization", site.Name)) : null,
            Extension(CellNames.OriginCountry, "valueCode", donor.Country),
            lot.Grant is { } grant ? Extension(CellNames.ImportPermit, "valueIdentifier", Identifier(CellNames.Grant, grant.Value)) : null,
            Extension(CellNames.ProductVersion, "valueInteger", lot.ProductVersion));
        resource["identifier"] = Many(Identifier(CellNames.DonationNumber, lot.Din.Value), Identifier(CellNames.SupplierLot, lot.Batch));
        resource["productCategory"] = "cells";
        resource["productCode"] = Concept(CellNames.Product, lot.Product);
        resource["status"] = lot.State == LotState.Released ? "available" : "unavailable";
        resource["quantity"] = lot.Quantity;
        resource["collection"] = new JsonObject
        {
            ["source"] = ReferenceBy(CellNames.DonorCode, donor.Code, "Patient"),
            ["collectedDateTime"] = Day(donor.CollectedOn),
        };
        resource["storage"] = Storage(shipment.SpecificationOf(lot.Product, lot.ProductVersion));
        return resource;
    }

    internal static JsonObject Named(string system, string value, string type, string display)
    {
        var reference = ReferenceBy(system, value, type);
        reference["display"] = display;
        return reference;
    }

    // The limit that must not be exceeded on the way is what the product is kept under.
    private static JsonArray? Storage(TransportSpecification? specification) =>
        specification?.Thresholds.Where(limit => limit.Above).MinBy(limit => limit.Celsius) is { } coldest
            ? Many(new JsonObject { ["description"] = $"≤ {coldest.Celsius} °C", ["temperature"] = coldest.Celsius, ["scale"] = "celsius" })
            : null;
}
