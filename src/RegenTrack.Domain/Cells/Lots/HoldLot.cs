using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Lots;

/// <summary>Set a lot apart until something is settled.</summary>
public sealed record HoldLot(LotId Lot, string Reason) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reason)) yield return CellsRefusals.Required(nameof(Reason));
    }

    public static Outcome<LotEvent> Decide(Lot state, HoldLot command, Circumstances at) => state.State switch
    {
        LotState.WaitingQuarantine or LotState.UnderReceiptInspection or LotState.Released => new LotPutOnHold(command.Lot, command.Reason),
        LotState.OnHold => Outcome<LotEvent>.Accept(),
        _ => LotRefusals.NotInState(state.State),
    };
}
