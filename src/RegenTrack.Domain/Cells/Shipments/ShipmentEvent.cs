using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Cells.Shipments;

public abstract record ShipmentEvent;

/// <param name="Specifications">The transport limits of each product version, as they stood.</param>
public sealed record ShipmentAnnounced(
    ShipmentId Shipment,
    SourceSite Site,
    ExporterCertificate Certificate,
    GrantId? Grant,
    InstitutionId? Importer,
    DateOnly ExpectedOn,
    string? AirWaybill,
    IReadOnlyList<ExpectedContainer> Containers,
    IReadOnlyList<ExpectedUnit> Units,
    IReadOnlyList<TransportSpecification> Specifications) : ShipmentEvent;

/// <summary>표준통관예정보고 was made.</summary>
public sealed record PreClearanceReported(ShipmentId Shipment, string Number, DateOnly ReportedOn) : ShipmentEvent;

public sealed record ShipmentDispatched(ShipmentId Shipment, DateTimeOffset At) : ShipmentEvent;

public sealed record ShipmentArrived(ShipmentId Shipment, DateTimeOffset At, string Place) : ShipmentEvent;

/// <summary>Chain of custody: who gave it to whom. Organisations, not people.</summary>
public sealed record CustodyHandedOver(ShipmentId Shipment, string From, string To, DateTimeOffset At, string Place, string Condition) : ShipmentEvent;

public sealed record SealChecked(ShipmentId Shipment, SealFinding Finding) : ShipmentEvent;

/// <summary>Chain of identity: the label of an announced lot was read.</summary>
public sealed record UnitIdentified(ShipmentId Shipment, LotId Lot, DonationNumber Din, EntryAssurance Assurance) : ShipmentEvent;

/// <summary>A unit came that nobody announced.</summary>
public sealed record UnexpectedUnitFound(ShipmentId Shipment, DonationNumber Din) : ShipmentEvent;

public sealed record TemperatureLogAttached(ShipmentId Shipment, AttachedLog Log) : ShipmentEvent;

/// <param name="Items">The document checklist, answered; empty for other kinds.</param>
public sealed record ReceiptCheckRecorded(ShipmentId Shipment, ReceiptCheck Check, IReadOnlyDictionary<string, ItemAnswer> Items) : ShipmentEvent;
