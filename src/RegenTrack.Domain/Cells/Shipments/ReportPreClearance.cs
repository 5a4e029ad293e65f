using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Record the number of the standard pre-clearance report (표준통관예정보고).</summary>
public sealed record ReportPreClearance(ShipmentId Shipment, string Number, DateOnly ReportedOn) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Number)) yield return CellsRefusals.Required(nameof(Number));
        if (ReportedOn == default) yield return CellsRefusals.Required(nameof(ReportedOn));
    }

    public static Outcome<ShipmentEvent> Decide(Shipment state, ReportPreClearance command, Circumstances at)
    {
        if (!state.Exists) return ShipmentRefusals.Unknown;
        if (command.ReportedOn > at.Today) return CellsRefusals.InTheFuture(nameof(ReportedOn));
        return state.PreClearance is not { } number ? new PreClearanceReported(command.Shipment, command.Number, command.ReportedOn)
            : number == command.Number ? Outcome<ShipmentEvent>.Accept()
            : CellsRefusals.AlreadyRecorded(nameof(Number));
    }
}
