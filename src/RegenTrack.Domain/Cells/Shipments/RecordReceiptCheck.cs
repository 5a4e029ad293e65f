using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Record one check on receipt: documents, then identity, then the cells themselves, then the transport temperature.</summary>
/// <param name="Items">The document checklist, for the documentary check.</param>
public sealed record RecordReceiptCheck(ShipmentId Shipment, ReceiptCheck Check, IReadOnlyDictionary<string, ItemAnswer> Items) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (Check.Result != CheckResult.Satisfactory && string.IsNullOrWhiteSpace(Check.Reason))
            yield return new("check-reason-missing", "'적합'이 아닌 결과에는 사유를 적으세요.", "Give the reason for any result but satisfactory.", CellsRules.Receipt, nameof(ReceiptCheck.Reason));
        if (Check.Kind == CheckKind.Identity && Check.Depth is null && Check.Result != CheckResult.NotDone)
            yield return CellsRefusals.Required(nameof(ReceiptCheck.Depth));
        if (Check.Kind == CheckKind.Documentary && Check.Result != CheckResult.NotDone && DocumentChecklist.Items.Any(item => !Items.ContainsKey(item.Key)))
            yield return new("checklist-incomplete", "서류 점검표의 모든 항목에 답하세요. 건너뛸 수 없습니다.", "Answer every item of the document checklist; none can be skipped.", CellsRules.Receipt, nameof(Items));
    }

    public static Outcome<ShipmentEvent> Decide(Shipment state, RecordReceiptCheck command, Circumstances at)
    {
        if (!state.Exists) return ShipmentRefusals.Unknown;
        if (state.ArrivedAt is null) return ShipmentRefusals.NotArrived;
        var containers = state.Containers.Select(container => container.Number).Where(number => command.Check.Container is null || number == command.Check.Container).ToList();
        if (containers.Count == 0) return ShipmentRefusals.UnknownContainer;
        if (containers.TrueForAll(container => state.CheckOf(command.Check.Kind, container) == command.Check && (command.Check.Kind != CheckKind.Identity || state.IdentityCoversUnexpected(container)))) return Outcome<ShipmentEvent>.Accept();
        if (command.Check.Kind > CheckKind.Documentary && containers.Exists(container => state.CheckOf(command.Check.Kind - 1, container) is null))
            return new Refusal(
                "check-out-of-order", "검사는 서류, 동일성, 현물, 온도 순서로 합니다. 앞의 검사를 먼저 기록하세요.", "Checks go documents, identity, physical, temperature. Record the earlier one first.", CellsRules.Receipt, nameof(ReceiptCheck.Kind));
        return command.Check.Result == CheckResult.Satisfactory && ReceiptFindings.Against(state, command, containers) is { } finding
            ? finding
            : new ReceiptCheckRecorded(command.Shipment, command.Check, command.Items);
    }
}
