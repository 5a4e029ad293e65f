using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Cells;

/// <summary>One consignment. A hospital system sees only those that its institution imports.</summary>
public static class ShipmentStream
{
    public static readonly StreamType<Shipment, ShipmentEvent> Type = new StreamType<Shipment, ShipmentEvent>("shipment", Shipment.Initial, Shipment.Evolve)
        .Event<ShipmentAnnounced>("shipment_announced_v1")
        .Event<PreClearanceReported>("pre_clearance_reported_v1")
        .Event<ShipmentDispatched>("shipment_dispatched_v1")
        .Event<ShipmentArrived>("shipment_arrived_v1")
        .Event<CustodyHandedOver>("custody_handed_over_v1")
        .Event<SealChecked>("seal_checked_v1")
        .Event<UnitIdentified>("unit_identified_v1")
        .Event<UnexpectedUnitFound>("unexpected_unit_found_v1")
        .Event<TemperatureLogAttached>("temperature_log_attached_v1")
        .Event<ReceiptCheckRecorded>("receipt_check_recorded_v1")
        .VisibleTo((actor, shipment) => actor.Role != Role.HospitalSystem || shipment.Importer?.Value == actor.Institution);

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<AnnounceShipment, IReadOnlyList<TransportSpecification>>(Permission.RecordShipment, c => c.Shipment.Value, Specifications, AnnounceShipment.Decide)
        .Command<ReportPreClearance>(Permission.RecordShipment, c => c.Shipment.Value, ReportPreClearance.Decide)
        .Command<RecordDispatch>(Permission.RecordShipment, c => c.Shipment.Value, RecordDispatch.Decide)
        .Command<RecordArrival>(Permission.RecordShipment, c => c.Shipment.Value, RecordArrival.Decide)
        .Command<HandOverCustody>(Permission.RecordShipment, c => c.Shipment.Value, HandOverCustody.Decide)
        .Command<CheckSeal>(Permission.InspectShipment, c => c.Shipment.Value, CheckSeal.Decide)
        .Command<ScanUnit>(Permission.InspectShipment, c => c.Shipment.Value, ScanUnit.Decide, retries: true)
        .Command<AttachTemperatureLog, LoggerFile?>(Permission.InspectShipment, c => c.Shipment.Value, StoredLog, AttachTemperatureLog.Decide)
        .Command<RecordReceiptCheck>(Permission.InspectShipment, c => c.Shipment.Value, RecordReceiptCheck.Decide);

    private static Task<IReadOnlyList<TransportSpecification>> Specifications(AnnounceShipment command, FactReader facts, CancellationToken cancellation) =>
        TransportSpecificationStream.Load(command.Units.Select(unit => (unit.Product, unit.ProductVersion)), facts, cancellation);

    // The file is read from the store again, so that what is judged is what is kept.
    private static async Task<LoggerFile?> StoredLog(AttachTemperatureLog command, FactReader facts, CancellationToken cancellation) =>
        await facts.File(command.Sha256, cancellation) is { } stored ? LoggerFile.Read(stored.Bytes.Span) : null;
}
