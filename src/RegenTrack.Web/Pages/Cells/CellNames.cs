using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Pages.Cells;

/// <summary>What people call the values of the cells context, and the badge that marks them.</summary>
public static class CellNames
{
    public static (Bilingual Text, string Badge) Of(LotState state) => state switch
    {
        LotState.Announced => (new("예고", "Announced"), ""),
        LotState.PreClearanceReported => (new("통관예정보고", "Pre-clearance reported"), ""),
        LotState.InTransit => (new("운송 중", "In transit"), "rt-badge--info"),
        LotState.WaitingQuarantine => (new("입고대기", "Waiting (quarantine)"), "rt-badge--info"),
        LotState.UnderReceiptInspection => (new("검사 중", "Under inspection"), "rt-badge--info"),
        LotState.Released => (new("공급가능", "Released"), "rt-badge--ok"),
        LotState.OnHold => (new("보류(격리)", "On hold"), "rt-badge--warn"),
        LotState.Rejected => (new("부적합(격리)", "Rejected"), "rt-badge--danger"),
        _ => (new("알 수 없음", "Unknown"), ""),
    };

    public static (Bilingual Text, string Badge) OfStage(string stage) => stage switch
    {
        "announced" => (new("예고", "Announced"), ""),
        "reported" => (new("통관예정보고", "Pre-clearance reported"), ""),
        "in-transit" => (new("운송 중", "In transit"), "rt-badge--info"),
        _ => (new("도착", "Arrived"), "rt-badge--ok"),
    };

    public static Bilingual Of(CheckKind kind) => kind switch
    {
        CheckKind.Documentary => new("서류검사", "Documentary check"),
        CheckKind.Identity => new("동일성검사", "Identity check"),
        CheckKind.Physical => new("현물검사", "Physical check"),
        _ => new("운송온도 확인", "Transport temperature check"),
    };

    public static (Bilingual Text, string Badge) Of(CheckResult result) => result switch
    {
        CheckResult.Satisfactory => (new("적합", "Satisfactory"), "rt-badge--ok"),
        CheckResult.SatisfactoryAfterIntervention => (new("조치 후 적합", "Satisfactory after intervention"), "rt-badge--ok"),
        CheckResult.NotSatisfactory => (new("부적합", "Not satisfactory"), "rt-badge--danger"),
        CheckResult.NotDone => (new("미실시", "Not done"), "rt-badge--warn"),
        _ => (new("예외 인정", "Derogation"), "rt-badge--warn"),
    };

    public static (Bilingual Text, string Badge) Of(ExcursionOutcome outcome) => outcome switch
    {
        ExcursionOutcome.None => (new("이탈 없음", "No excursion"), "rt-badge--ok"),
        ExcursionOutcome.Minor => (new("경미(허용 범위)", "Minor (within allowance)"), "rt-badge--info"),
        ExcursionOutcome.Major => (new("중대: 보류", "Major: hold"), "rt-badge--warn"),
        _ => (new("치명: 부적합", "Critical: reject"), "rt-badge--danger"),
    };

    public static Bilingual Of(LogFindingKind kind) => kind switch
    {
        LogFindingKind.Gap => new("기록 공백", "Gap in the record"),
        LogFindingKind.StartsLate => new("발송 뒤에 기록 시작", "Record starts after dispatch"),
        LogFindingKind.EndsEarly => new("도착 전에 기록 끝남", "Record ends before arrival"),
        LogFindingKind.OutsideTransport => new("운송 시간대의 기록이 없음", "No record of the transport"),
        LogFindingKind.DailySummariesOnly => new("일별 요약만 있음(이탈 시간을 알 수 없음)", "Daily summaries only (durations unknown)"),
        _ => new("제조사 요약값이 측정값과 다름", "The vendor's summary contradicts the readings"),
    };

    public static Bilingual Of(Disposal disposal) => disposal switch
    {
        Disposal.Destroy => new("폐기", "Destroy"),
        Disposal.ReExport => new("반송", "Re-export"),
        Disposal.OtherUse => new("다른 용도", "Other use"),
        _ => new("특별 처리", "Special treatment"),
    };

    public static Bilingual Of(ItemAnswer answer) => answer switch
    {
        ItemAnswer.Present => new("있음", "Present"),
        ItemAnswer.Missing => new("없음", "Missing"),
        _ => new("해당없음", "N/A"),
    };
}
