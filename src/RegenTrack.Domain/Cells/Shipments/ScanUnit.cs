using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Identify a unit by its label, scanned or typed.</summary>
/// <param name="Din">What the scanner sent or the inspector typed, as it came.</param>
/// <param name="Lot">The lot that the inspector holds, when known; null: find it by the number.</param>
public sealed record ScanUnit(ShipmentId Shipment, string Din, LotId? Lot) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Din)) yield return CellsRefusals.Required(nameof(Din));
        else if (LabelScan.Read(Din).Refusal is { } refusal) yield return refusal;
    }

    public static Outcome<ShipmentEvent> Decide(Shipment state, ScanUnit command, Circumstances at)
    {
        if (!state.Exists) return ShipmentRefusals.Unknown;
        if (state.ArrivedAt is null) return ShipmentRefusals.NotArrived;
        var (scan, refusal) = LabelScan.Read(command.Din);
        if (refusal is not null) return refusal;
        var entry = scan!.Donation!;
        if (entry.Assurance == EntryAssurance.Unchecked) return LabelRefusals.MissingCheckCharacter;

        var unit = state.Units.FirstOrDefault(expected => expected.Din == entry.Number);
        if (command.Lot is { } held && unit?.Lot != held)
            return new Refusal(
                "din-mismatch",
                "라벨의 채취번호가 이 로트에 예고된 번호와 다릅니다. 용기를 격리하고 서류를 다시 확인하세요.",
                "The donation number on the label is not the one announced for this lot. Set the container apart and check the documents again.",
                CellsRules.Receipt,
                nameof(Din));
        if (scan.Expiry is { } expiry && unit is not null && expiry != unit.Expiry)
            return new Refusal(
                "expiry-mismatch", "라벨의 유효기간이 예고와 다릅니다.", "The expiry on the label is not the announced one.", CellsRules.Receipt, nameof(Din));
        if (unit is null)
            return state.Unexpected.Contains(entry.Number) ? Outcome<ShipmentEvent>.Accept() : new UnexpectedUnitFound(command.Shipment, entry.Number);
        return state.Identified.Contains(unit.Lot) ? Outcome<ShipmentEvent>.Accept() : new UnitIdentified(command.Shipment, unit.Lot, entry.Number, entry.Assurance);
    }
}
