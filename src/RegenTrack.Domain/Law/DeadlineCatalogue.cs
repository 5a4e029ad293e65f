using RegenTrack.Domain.Kernel;
using static RegenTrack.Domain.Law.DayCount;
using static RegenTrack.Domain.Law.Duty;
using static RegenTrack.Domain.Law.LimitUnit;

namespace RegenTrack.Domain.Law;

/// <summary>The catalogue of time limits by their stable ids.</summary>
public static class DeadlineCatalogue
{
    private static readonly DateOnly TreatmentRegime = new(2025, 2, 21);
    private static readonly DateOnly PlanNotice = new(2025, 9, 17);

    public static readonly Deadline TreatmentDecision = new(
        Of("DL-03", "치료계획 접수일부터 심의결과 통지", "Result of a treatment plan after its receipt", "시행령 제13조의2제2항", "Decree art. 13-2(2)", TreatmentRegime), 120, Days, Petition, Duty.Committee);

    public static readonly Deadline Objection = new(
        Of("DL-04", "반려 통지에 대한 이의신청", "Objection to a return", "치료계획 심의 규정 제5조제3항", "Treatment plan notice art. 5(3)", PlanNotice), 30, Days, Civil, Institution);

    public static readonly Deadline Registration = new(
        Of("DL-05", "적합 통지 후 실시개요 등록", "Register the outline after a suitable decision", "안전관리 규정 제3조제1항", "Safety notice art. 3(1)", TreatmentRegime), 30, Days, Civil, Institution);

    public static readonly Deadline RegistrationAfterConsent = new(
        Of("DL-05-consent", "첫 동의 후 실시개요 등록", "Register the outline after the first consent", "안전관리 규정 제3조제1항", "Safety notice art. 3(1)", TreatmentRegime), 7, Days, Civil, Institution);

    public static readonly Deadline TreatmentRecord = new(
        Of("DL-06", "등록·투여·비용수납의 기록", "Record enrolment, administration and payment", "안전관리 규정 제3조제2항", "Safety notice art. 3(2)", TreatmentRegime), 7, Days, Civil, Institution);

    public static readonly Deadline FinalRecord = new(
        Of("DL-07", "마지막 관찰 종료 후 최종결과 등록", "Register the final result after the last observation", "안전관리 규정 제3조제3항", "Safety notice art. 3(3)", TreatmentRegime), 90, Days, Civil, Institution);

    public static readonly Deadline ProgressData = new(
        Of("DL-08", "심의위원회 자료 제출 요청", "Submit data the committee asks for", "치료계획 심의 규정 제9조제1항", "Treatment plan notice art. 9(1)", PlanNotice), 20, Days, Civil, Institution);

    public static readonly Deadline TerminationReport = new(
        Of("DL-09", "마지막 관찰 종료 후 종료보고", "Termination report after the last observation", "치료계획 심의 규정 제9조제2항", "Treatment plan notice art. 9(2)", PlanNotice), 20, Days, Civil, Institution);

    public static readonly Deadline ResultReport = new(
        Of("DL-10", "마지막 관찰 종료 후 결과보고", "Result report after the last observation", "치료계획 심의 규정 제9조제3항", "Treatment plan notice art. 9(3)", PlanNotice), 90, Days, Civil, Institution);

    public static readonly Deadline SeriousEvent = new(
        Of("DL-12", "중대한 이상반응은 지체 없이 보고", "Report a serious adverse event without delay", "법 제20조제2항", "Act art. 20(2)", TreatmentRegime), 0, Days, Civil, Institution);

    public static readonly Deadline OtherEvent = new(
        Of("DL-13", "그 밖의 이상반응 보고(국립보건연구원 안내)", "Report any other adverse event (KNIH guidance)", "국립보건연구원 질의응답 2023-12", "KNIH questions and answers 2023-12", TreatmentRegime), 30, Days, Civil, Institution, Standing.Guidance);

    public static readonly Deadline Validity = new(
        Of("DL-29", "적합 통지일부터 치료계획의 유효기간", "Validity of a treatment plan from its suitable notice", "법 제12조의2제3항", "Act art. 12-2(3)", TreatmentRegime), 5, Years, Civil, Institution);

    public static readonly IReadOnlyList<Deadline> All =
    [
        TreatmentDecision, Objection, Registration, RegistrationAfterConsent, TreatmentRecord, FinalRecord, ProgressData,
        TerminationReport, ResultReport, SeriousEvent, OtherEvent, Validity,
    ];

    public static Deadline? Find(string id) => All.FirstOrDefault(deadline => deadline.Id == id);

    private static Rule Of(string id, string korean, string english, string article, string englishArticle, DateOnly from) =>
        new(id, new Bilingual(korean, english), new Citation(new Bilingual(article, englishArticle), from));
}
