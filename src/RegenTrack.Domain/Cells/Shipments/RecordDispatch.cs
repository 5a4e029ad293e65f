using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Record that the shipment left the source site. The fact is taken even when a certificate has lapsed; release then is not.</summary>
public sealed record RecordDispatch(ShipmentId Shipment, DateTimeOffset At)
{
    public static Outcome<ShipmentEvent> Decide(Shipment state, RecordDispatch command, Circumstances at)
    {
        if (!state.Exists) return ShipmentRefusals.Unknown;
        if (command.At > at.Now) return CellsRefusals.InTheFuture(nameof(At));
        return state.DispatchedAt is not { } earlier ? new ShipmentDispatched(command.Shipment, command.At.ToUniversalTime())
            : earlier == command.At ? Outcome<ShipmentEvent>.Accept()
            : CellsRefusals.AlreadyRecorded(nameof(At));
    }
}
