using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Cells.Lots;

public abstract record LotEvent;

public sealed record LotAnnounced(
    LotId Lot,
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
    InstitutionId? Importer) : LotEvent;

public sealed record LotPreClearanceReported(LotId Lot, string Number) : LotEvent;

public sealed record LotDispatched(LotId Lot, DateTimeOffset At) : LotEvent;

/// <summary>입고대기.</summary>
public sealed record LotArrived(LotId Lot, DateTimeOffset At) : LotEvent;

public sealed record LotInspectionStarted(LotId Lot) : LotEvent;

/// <summary>공급가능.</summary>
/// <param name="TemperatureLogs">SHA-256 of the logger files that the decision rests on.</param>
public sealed record LotReleased(LotId Lot, string Reason, ExcursionOutcome Temperature, int SpecificationVersion, IReadOnlyList<string> TemperatureLogs) : LotEvent;

public sealed record LotPutOnHold(LotId Lot, string Reason) : LotEvent;

/// <param name="ExcursionAssessed">A stability assessment found a major excursion harmless.</param>
/// <param name="Assessment">SHA-256 of the assessment, when there is one.</param>
/// <param name="AssessedLogs">The temperature logs that the assessment saw: it speaks for no later one. Null in events from before they were named, which speak for none.</param>
public sealed record LotHoldLifted(LotId Lot, string Reason, bool ExcursionAssessed, string? Assessment, IReadOnlyList<AssessedLog>? AssessedLogs = null) : LotEvent;

/// <summary>One temperature log of the shipment, as it was attached.</summary>
/// <param name="Sha256">Of the logger file.</param>
/// <param name="Container">Null: attached for all containers.</param>
public sealed record AssessedLog(string Sha256, string? Container);

/// <summary>부적합(격리).</summary>
public sealed record LotRejected(LotId Lot, string Reason, Disposal Disposal) : LotEvent;

/// <summary>What happens to a lot that is refused entry.</summary>
public enum Disposal
{
    Destroy,
    ReExport,
    OtherUse,
    SpecialTreatment,
}
