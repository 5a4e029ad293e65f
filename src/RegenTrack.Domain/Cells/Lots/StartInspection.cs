using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Lots;

/// <summary>Take a lot out of the waiting area for its receipt inspection.</summary>
public sealed record StartInspection(LotId Lot)
{
    public static Outcome<LotEvent> Decide(Lot state, StartInspection command, Circumstances at) => state.State switch
    {
        LotState.WaitingQuarantine => new LotInspectionStarted(command.Lot),
        LotState.UnderReceiptInspection => Outcome<LotEvent>.Accept(),
        _ => LotRefusals.NotInState(state.State),
    };
}
