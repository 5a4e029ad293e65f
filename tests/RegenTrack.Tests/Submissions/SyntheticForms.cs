using RegenTrack.Submissions.Forms;
using RegenTrack.Submissions.Forms.ReviewResultNotice;
using RegenTrack.Submissions.Forms.TreatmentPlanApplication;

namespace RegenTrack.Tests.Submissions;

internal static class SyntheticForms
{
    private static readonly ReliedEvidence Trial = new("가상 임상시험 3상 (2024-2026)", "NCT09000001", Sandbox: true, "grant-a-hanbit");

    public static TreatmentPlanApplicationForm Application => new()
    {
        CreatedAt = new DateTimeOffset(2026, 6, 10, 10, 30, 0, TimeSpan.FromHours(9)),
        Synthetic = true,
        DocumentNumber = "application-7",
        ReceiptNumber = "가상-2026-0007",
        ReceivedOn = new DateOnly(2026, 6, 15),
        ProcessingDays = 120,
        Applicant = new Applicant("김가상", "02-0000-0000", "서울특별시 가상구 재생로 1"),
        Institution = new FilingInstitution("한빛대학교병원(가상)", "가상-001", "서울특별시 가상구 재생로 1", "이대표"),
        Title = "중증 무릎 골관절염에 대한 동종 제대유래 중간엽줄기세포 치료",
        Purpose = "기존 치료에 반응하지 않는 성인 환자의 통증 및 기능 개선",
        Period = new Period(new DateOnly(2026, 12, 1), new DateOnly(2029, 11, 30)),
        Cells = "동종 제대유래 중간엽줄기세포(배양)",
        FiledOn = new DateOnly(2026, 6, 10),
        SelfAssessedRisk = "medium",
        ComputedRisk = "high",
        RiskReason = "타인의 세포를 최소한의 조작을 초과하여 처리",
        Evidence = [Trial],
        Items = [.. Enumerable.Range(1, 15).Select(number => new FiledItem(
            number,
            number == 6 ? null : $"제출 내용 {number}",
            number % 3 == 0 ? [new FiledAttachment($"item-{number:00}.pdf", new string('a', 64))] : []))],
    };

    public static ReviewResultNoticeForm Notice => new()
    {
        CreatedAt = new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(9)),
        Synthetic = true,
        DocumentNumber = "application-7-result",
        ReceiptNumber = "가상-2026-0007",
        ReceivedOn = new DateOnly(2026, 6, 15),
        Title = "중증 무릎 골관절염에 대한 동종 제대유래 중간엽줄기세포 치료",
        Institution = new NotifiedInstitution("한빛대학교병원(가상)", "가상-001"),
        Fields = ["cell"],
        Risk = "high",
        Result = "suitable",
        Opinion = "완료된 상업 임상시험의 결과가 신청된 치료와 목적과 내용이 같음이 확인됨.",
        OtherOpinion = "투여 후 12개월 관찰 결과를 제출할 것.",
        DecidedOn = new DateOnly(2026, 11, 19),
        NoticeOn = new DateOnly(2026, 11, 20),
        Validity = new Period(new DateOnly(2026, 12, 1), new DateOnly(2029, 11, 30)),
        Evidence = [Trial],
    };
}
