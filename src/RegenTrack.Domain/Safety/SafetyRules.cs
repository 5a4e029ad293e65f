using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Safety;

/// <summary>Rules that adverse-event reports are held to, beside the deadlines of the catalogue.</summary>
public static class SafetyRules
{
    private static readonly DateOnly NoticeInForce = new(2025, 2, 21);

    public static readonly Rule Scope = new(
        "NS-scope",
        new("투여 이후(필요하면 채취 등 처치 전 단계 이후) 생긴 모든 이상반응을 보고합니다.", "Every adverse event from administration on is reported, from collection on where there was one."),
        new Citation(new("국립보건연구원 이상반응 보고 안내", "KNIH adverse-event reporting guidance"), NoticeInForce));

    public static readonly Rule Seriousness = new(
        "NS2-3",
        new("중대한 이상반응은 가부터 마까지의 기준으로 정합니다.", "Serious adverse events are defined by criteria a to e."),
        new Citation(new("첨단재생의료 안전관리에 관한 규정 제2조제3호", "Safety Management Notice Art. 2(3)"), NoticeInForce));

    public static readonly Rule LateReason = new(
        "NS6",
        new("늦게 보고하면 그 사유를 적어야 합니다.", "A late report states its reason."),
        new Citation(new("첨단재생의료 안전관리에 관한 규정 제6조", "Safety Management Notice Art. 6"), NoticeInForce));

    public static readonly Rule ReportForm = new(
        "NS-form-2",
        new("이상반응 보고서에는 인과성 평가와 그 사유를 적습니다.", "The report form carries the causality and its reason."),
        new Citation(new("첨단재생의료 안전관리에 관한 규정 이상반응 보고서", "Safety Management Notice, adverse event report form"), NoticeInForce));
}
