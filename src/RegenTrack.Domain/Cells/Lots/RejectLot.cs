using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Lots;

/// <summary>Refuse a lot for good, with what becomes of it.</summary>
public sealed record RejectLot(LotId Lot, string Reason, Disposal Disposal) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reason)) yield return CellsRefusals.Required(nameof(Reason));
    }

    public static Outcome<LotEvent> Decide(Lot state, RejectLot command, Circumstances at) => state.State switch
    {
        LotState.UnderReceiptInspection or LotState.OnHold => new LotRejected(command.Lot, command.Reason, command.Disposal),
        LotState.Rejected => Outcome<LotEvent>.Accept(),
        _ => LotRefusals.NotInState(state.State),
    };
}
