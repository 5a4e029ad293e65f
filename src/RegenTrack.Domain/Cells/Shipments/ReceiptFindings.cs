using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Findings that a check cannot call plainly satisfactory.</summary>
internal static class ReceiptFindings
{
    public static Refusal? Against(Shipment state, RecordReceiptCheck command, IReadOnlyList<string> containers) => command.Check.Kind switch
    {
        CheckKind.Documentary when command.Items.Values.Contains(ItemAnswer.Missing) => Not(
            "documents-missing", "빠진 서류가 있어 '적합'으로 기록할 수 없습니다.", "Documents are missing: the result cannot be satisfactory."),
        CheckKind.Identity when containers.Any(container => state.SealOf(container) is null) => Not(
            "seal-not-checked", "봉인을 먼저 확인하세요.", "Check the seal first."),
        CheckKind.Identity when containers.Any(container => !state.SealHolds(container)) => Not(
            "seal-broken", "봉인이 파손되었거나 번호가 다릅니다. 전수 확인 후 '조치 후 적합' 또는 '부적합'으로 기록하세요.", "A seal is broken or differs. Check everything and record 'satisfactory after intervention' or 'not satisfactory'."),
        CheckKind.Identity when state.Missing().Any(unit => containers.Contains(unit.Container)) => Not(
            "units-missing", "아직 스캔하지 않은 로트가 있습니다.", "Lots are not scanned yet."),
        CheckKind.Identity when state.Unexpected.Count > 0 => Not(
            "units-unexpected", "예고되지 않은 용기가 있습니다. 사유를 적고 '조치 후 적합' 또는 '부적합'으로 기록하세요.", "There is a unit that nobody announced. Record 'satisfactory after intervention' or 'not satisfactory' with the reason."),
        CheckKind.Temperature when containers.Any(container => !state.LogsOf(container).Any()) => Not(
            "temperature-log-missing", "온도기록 파일을 먼저 올리세요.", "Upload the logger file first.", CellsRules.Transport),
        CheckKind.Temperature when containers.SelectMany(state.LogsOf).SelectMany(log => log.Verdicts).Any(verdict => verdict.Outcome >= ExcursionOutcome.Major) => Not(
            "temperature-excursion", "제품 규격을 벗어난 온도이탈이 있어 '적합'으로 기록할 수 없습니다.", "An excursion exceeds the product's specification: the result cannot be satisfactory.", CellsRules.Transport),
        _ => null,
    };

    private static Refusal Not(string code, string korean, string english, Rule? rule = null) => new(code, korean, english, rule ?? CellsRules.Receipt, nameof(ReceiptCheck.Result));
}
