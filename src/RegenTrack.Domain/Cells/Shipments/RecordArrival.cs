using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Record that the shipment arrived and waits in quarantine.</summary>
public sealed record RecordArrival(ShipmentId Shipment, DateTimeOffset At, string Place) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Place)) yield return CellsRefusals.Required(nameof(Place));
    }

    public static Outcome<ShipmentEvent> Decide(Shipment state, RecordArrival command, Circumstances at)
    {
        if (!state.Exists) return ShipmentRefusals.Unknown;
        if (command.At > at.Now) return CellsRefusals.InTheFuture(nameof(At));
        if (state.DispatchedAt is not { } dispatched)
            return CellsRefusals.OnePastTheOther(nameof(At), "발송을 먼저 기록하세요.", "Record the dispatch first.");
        if (command.At <= dispatched)
            return CellsRefusals.OnePastTheOther(nameof(At), "도착이 발송보다 빠릅니다.", "The arrival precedes the dispatch.");
        return state.ArrivedAt is not { } earlier ? new ShipmentArrived(command.Shipment, command.At.ToUniversalTime(), command.Place)
            : earlier == command.At ? Outcome<ShipmentEvent>.Accept()
            : CellsRefusals.AlreadyRecorded(nameof(At));
    }
}
