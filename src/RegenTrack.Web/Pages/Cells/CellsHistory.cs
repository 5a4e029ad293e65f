using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;

namespace RegenTrack.Web.Pages.Cells;

/// <summary>One line of a timeline: what happened, when it happened and who recorded it.</summary>
public sealed record HistoryLine(DateTimeOffset At, Bilingual Title, string? Detail, string ActorId);

/// <summary>Events of shipments and lots in words.</summary>
public static class CellsHistory
{
    public static IEnumerable<HistoryLine> Lines(IEnumerable<StoredEvent> history) => history.Select(Line).OfType<HistoryLine>();

    private static HistoryLine? Line(StoredEvent stored) => stored.Data switch
    {
        ShipmentAnnounced e => Of(stored, "운송 예고", "Shipment announced", $"{e.Site.Name} ({e.Site.Country})"),
        PreClearanceReported e => Of(stored, "표준통관예정보고", "Pre-clearance reported", e.Number),
        ShipmentDispatched e => Of(stored, "발송", "Dispatched", null, e.At),
        ShipmentArrived e => Of(stored, "도착", "Arrived", e.Place, e.At),
        CustodyHandedOver e => Of(stored, "인수인계", "Hand-over", $"{e.From} → {e.To} · {e.Place} · {e.Condition}", e.At),
        SealChecked e => e.Finding.Intact ? Of(stored, "봉인 확인", "Seal checked", $"{e.Finding.Container}: {e.Finding.Found}") : Of(stored, "봉인 파손", "Seal broken", e.Finding.Container),
        UnitIdentified e => Of(stored, "채취번호 확인", "Donation number read", e.Din.Printed),
        UnexpectedUnitFound e => Of(stored, "예고되지 않은 용기", "Unannounced unit found", e.Din.Printed),
        TemperatureLogAttached e => Of(stored, "온도기록 첨부", "Temperature log attached", $"{e.Log.Device} {e.Log.Serial}"),
        ReceiptCheckRecorded e => Check(stored, e.Check),
        LotAnnounced e => Of(stored, "로트 예고", "Lot announced", e.Batch),
        LotPreClearanceReported e => Of(stored, "통관예정보고됨", "Pre-clearance reported", e.Number),
        LotDispatched e => Of(stored, "운송 시작", "In transit", null, e.At),
        LotArrived e => Of(stored, "입고대기", "Waiting in quarantine", null, e.At),
        LotInspectionStarted => Of(stored, "입고검사 시작", "Inspection started", null),
        LotReleased e => Of(stored, "공급가능 판정", "Released", e.Reason),
        LotPutOnHold e => Of(stored, "보류", "Put on hold", e.Reason),
        LotHoldLifted e => Of(stored, "보류 해제", "Hold lifted", e.Reason),
        LotRejected e => Of(stored, "부적합 판정", "Rejected", $"{e.Reason} · {PageLanguage.Say(CellNames.Of(e.Disposal).Korean, CellNames.Of(e.Disposal).English)}"),
        _ => null,
    };

    private static HistoryLine Check(StoredEvent stored, ReceiptCheck check)
    {
        var (kind, result) = (CellNames.Of(check.Kind), CellNames.Of(check.Result).Text);
        return Of(stored, $"{kind.Korean}: {result.Korean}", $"{kind.English}: {result.English}", check.Reason);
    }

    private static HistoryLine Of(StoredEvent stored, string korean, string english, string? detail, DateTimeOffset? at = null) =>
        new(at ?? stored.Metadata.ObservedAt ?? stored.RecordedAt, new(korean, english), detail, stored.ActorId);
}
