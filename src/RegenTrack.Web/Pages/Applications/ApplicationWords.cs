using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Products.Published;

namespace RegenTrack.Web.Pages.Applications;

/// <summary>Applications in the words of the screens.</summary>
internal static class ApplicationWords
{
    public static Bilingual Name(this RiskClass risk) => risk switch
    {
        RiskClass.High => new("고위험", "High risk"),
        RiskClass.Medium => new("중위험", "Medium risk"),
        _ => new("저위험", "Low risk"),
    };

    public static string Badge(this Stage stage) => stage switch
    {
        Stage.Suitable => "rt-badge--ok",
        Stage.Unsuitable or Stage.Returned => "rt-badge--danger",
        Stage.IntakeSupplement or Stage.ReviewSupplement => "rt-badge--warn",
        _ => "rt-badge--info",
    };

    /// <summary>What has to happen next, and who does it.</summary>
    public static Bilingual Next(Stage stage) => stage switch
    {
        Stage.Submitted => new("사무국: 접수 확인", "Secretariat: confirm receipt"),
        Stage.IntakeSupplement or Stage.ReviewSupplement => new("신청기관: 보완 제출", "Applicant: answer the supplement"),
        Stage.Received => new("사무국: 전문위원 배정", "Secretariat: assign an expert"),
        Stage.ExpertReview => new("전문위원: 동등성 평가와 검토보고", "Expert: comparability and report"),
        Stage.Deliberation => new("심의위원회: 의결", "Committee: decide"),
        _ => new("없음", "None"),
    };

    public static Bilingual Title(ApplicationEvent e) => e switch
    {
        TreatmentPlanSubmitted => new("치료계획 제출", "Treatment plan filed"),
        ReceiptConfirmed => new("접수", "Receipt confirmed"),
        SupplementRequested => new("보완요청", "Supplement requested"),
        SupplementExtended => new("보완기간 연장", "Term extended"),
        SupplementAnswered => new("보완 제출", "Supplement answered"),
        ApplicationReturned => new("반려", "Returned"),
        ExpertReviewStarted => new("전문위원 배정", "Expert assigned"),
        ComparabilityAssessed => new("동등성 평가 저장", "Comparability saved"),
        ExpertReviewCompleted => new("검토보고서 제출", "Expert report handed in"),
        DeliberationDeferred => new("재심의", "Deferred"),
        ApplicationDecided { Decision.Result: DecisionResult.Suitable } => new("심의결과: 적합", "Decision: suitable"),
        _ => new("심의결과: 부적합", "Decision: unsuitable"),
    };

    public static Bilingual? Detail(ApplicationEvent e) => e switch
    {
        ReceiptConfirmed r => new($"{r.ReceiptNumber} · 결과 통지 기한 {r.Due:yyyy-MM-dd}", $"{r.ReceiptNumber} · result due {r.Due:yyyy-MM-dd}"),
        SupplementRequested s => new($"{s.Items.Count}건 · 기한 {s.Due:yyyy-MM-dd}{(s.AtIntake ? "" : " · 심의 기간 정지")}", $"{s.Items.Count} items · due {s.Due:yyyy-MM-dd}{(s.AtIntake ? "" : " · clock stopped")}"),
        SupplementExtended x => new($"{x.Due:yyyy-MM-dd}까지 · {x.Reason}", $"until {x.Due:yyyy-MM-dd} · {x.Reason}"),
        SupplementAnswered a => new(
            $"{a.Answers.Count}건{(a.Late ? " · 기한 경과" : "")}{(a.ClockDue is { } due ? $" · 새 기한 {due:yyyy-MM-dd}" : "")}",
            $"{a.Answers.Count} items{(a.Late ? " · late" : "")}{(a.ClockDue is { } moved ? $" · new due day {moved:yyyy-MM-dd}" : "")}"),
        ApplicationReturned r => new($"{r.Ground.Text().Korean} · 이의신청 {r.ObjectionBy:yyyy-MM-dd}까지", $"{r.Ground.Text().English} · objection until {r.ObjectionBy:yyyy-MM-dd}"),
        ExpertReviewStarted s => new(s.Expert.Value, s.Expert.Value),
        DeliberationDeferred d => new($"{d.Deliberation.Meeting} · {d.Reasons}", $"{d.Deliberation.Meeting} · {d.Reasons}"),
        ApplicationDecided d => new($"{d.Decision.Deliberation.Meeting} · {d.Decision.Reasons}", $"{d.Decision.Deliberation.Meeting} · {d.Decision.Reasons}"),
        _ => null,
    };
}
