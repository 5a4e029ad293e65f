using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Record that one organisation gave the shipment to another.</summary>
/// <param name="Condition">What it looked like at the hand-over.</param>
public sealed record HandOverCustody(ShipmentId Shipment, string From, string To, DateTimeOffset At, string Place, string Condition) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(From)) yield return CellsRefusals.Required(nameof(From));
        if (string.IsNullOrWhiteSpace(To)) yield return CellsRefusals.Required(nameof(To));
        if (string.IsNullOrWhiteSpace(Place)) yield return CellsRefusals.Required(nameof(Place));
        if (From == To) yield return new("custody-to-oneself", "인계자와 인수자가 같습니다.", "Giver and receiver are the same.", field: nameof(To));
    }

    public static Outcome<ShipmentEvent> Decide(Shipment state, HandOverCustody command, Circumstances at)
    {
        if (!state.Exists) return ShipmentRefusals.Unknown;
        if (command.At > at.Now) return CellsRefusals.InTheFuture(nameof(At));
        if (state.Holder == command.To) return Outcome<ShipmentEvent>.Accept();
        return state.Holder == command.From
            ? new CustodyHandedOver(command.Shipment, command.From, command.To, command.At.ToUniversalTime(), command.Place, command.Condition)
            : new Refusal(
                "custody-chain-broken",
                "인계자가 현재 보관자와 다릅니다. 빠진 인수인계를 먼저 기록하세요.",
                "The giver does not hold the shipment. Record the hand-over that is missing first.",
                CellsRules.Transport,
                nameof(From));
    }
}
