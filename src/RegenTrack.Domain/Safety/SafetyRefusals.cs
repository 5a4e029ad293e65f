using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Safety;

/// <summary>Refusals that several commands on an adverse event share.</summary>
internal static class SafetyRefusals
{
    public static readonly Refusal UnknownEvent = new(
        "adverse-event-unknown", "그런 이상반응 보고가 없습니다.", "There is no such adverse event.", null, "AdverseEvent");

    public static readonly Refusal Closed = new(
        "adverse-event-closed", "이미 종결된 이상반응입니다.", "The adverse event is closed.", null, "AdverseEvent");

    public static Refusal Required(string field) => new("required", "필수 항목입니다.", "This is required.", null, field);

    public static Refusal InTheFuture(string field) => new(
        "date-in-the-future", "오늘보다 늦은 날짜입니다.", "The date lies in the future.", null, field);

    public static readonly Refusal LateWithoutReason = new(
        "late-without-reason", "보고가 늦었습니다. 지연 사유를 적으세요.", "The report is late. State the reason.", SafetyRules.LateReason, "LateReason");

    public static readonly Refusal EndsBeforeOnset = new(
        "ended-before-onset", "종료일이 발현일보다 빠릅니다.", "The event ended before it began.", null, "EndedOn");
}
