using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Record the seal found on a container. A broken or different one needs a photo.</summary>
public sealed record CheckSeal(ShipmentId Shipment, SealFinding Finding) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Finding.Container)) yield return CellsRefusals.Required(nameof(SealFinding.Container));
        if (Finding.Intact && string.IsNullOrWhiteSpace(Finding.Found)) yield return CellsRefusals.Required(nameof(SealFinding.Found));
    }

    public static Outcome<ShipmentEvent> Decide(Shipment state, CheckSeal command, Circumstances at)
    {
        if (!state.Exists) return ShipmentRefusals.Unknown;
        if (state.ArrivedAt is null) return ShipmentRefusals.NotArrived;
        var expected = state.Containers.FirstOrDefault(container => container.Number == command.Finding.Container);
        if (expected is null) return ShipmentRefusals.UnknownContainer;
        if (command.Finding is { Photo: null } && (!command.Finding.Intact || command.Finding.Found != expected.Seal))
            return new Refusal(
                "broken-seal-needs-photo",
                "봉인이 파손되었거나 번호가 예고와 다릅니다. 사진을 찍어 함께 올리세요.",
                "The seal is broken or its number is not the announced one. Take a photo and upload it.",
                CellsRules.Receipt,
                nameof(SealFinding.Photo));
        return state.SealOf(expected.Number) == command.Finding ? Outcome<ShipmentEvent>.Accept() : new SealChecked(command.Shipment, command.Finding);
    }
}
