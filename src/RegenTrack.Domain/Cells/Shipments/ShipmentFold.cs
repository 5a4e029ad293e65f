namespace RegenTrack.Domain.Cells.Shipments;

internal static class ShipmentFold
{
    public static Shipment Apply(Shipment state, ShipmentEvent e) => e switch
    {
        ShipmentAnnounced announced => state with
        {
            Id = announced.Shipment,
            Exists = true,
            Site = announced.Site,
            Certificate = announced.Certificate,
            Grant = announced.Grant,
            Importer = announced.Importer,
            AirWaybill = announced.AirWaybill,
            Containers = announced.Containers,
            Units = announced.Units,
            Specifications = announced.Specifications,
            Holder = announced.Site.Name,
        },
        PreClearanceReported reported => state with { PreClearance = reported.Number },
        ShipmentDispatched dispatched => state with { DispatchedAt = dispatched.At },
        ShipmentArrived arrived => state with { ArrivedAt = arrived.At },
        CustodyHandedOver handed => state with { Holder = handed.To },
        SealChecked seal => state with { Seals = [.. state.Seals, seal.Finding] },
        UnitIdentified identified => state with { Identified = [.. state.Identified, identified.Lot] },
        UnexpectedUnitFound unexpected => state with { Unexpected = [.. state.Unexpected, unexpected.Din], ChecksBeforeUnexpected = state.Checks.Count },
        TemperatureLogAttached attached => state with { Logs = [.. state.Logs, attached.Log] },
        ReceiptCheckRecorded recorded => state with { Checks = [.. state.Checks, recorded.Check] },
        _ => state,
    };
}
