using RegenTrack.App.Submissions;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Tests.Submissions;

/// <summary>The story's application as facts; every test changes one thing of it.</summary>
internal static class SyntheticDossier
{
    public static readonly PlanId Id = new("application-7");
    public static readonly InstitutionId Hanbit = new("inst-hanbit");
    public static readonly DateTimeOffset Recorded = new(2026, 6, 1, 1, 30, 0, TimeSpan.Zero);

    public static TreatmentPlan Plan { get; } = new(
        "동종 제대유래 중간엽줄기세포 회전근개 치료", "회전근개 부분파열", new DateOnly(2026, 7, 1), new DateOnly(2029, 6, 30), 20, RiskClass.Medium,
        new Product(
            new ProductId("prod-1"), 1, "UC-MSC", Modality.Cell,
            [new ProductComponent("제대유래 중간엽줄기세포", CellOrigin.Allogeneic, Manipulation: Manipulation.MoreThanMinimal)],
            new Dictionary<string, string>()),
        new EvidenceClaim(EvidenceKind.CommercialTrial, Trial: new TrialId("NCT09000001"), Grant: new GrantId("grant-a-hanbit")),
        "person-1",
        [.. PlanItem.All.Select(item => new PlanAnswer(item.LinkId, item.LinkId == PlanItem.Doctors ? "person-2" : $"답변 {item.LinkId}", [new DocumentPointer(new string('b', 64), $"item-{item.LinkId}.pdf", "application/pdf")]))]);

    public static TreatmentApplication Received { get; } = TreatmentApplication.Initial with
    {
        Id = Id,
        Stage = Stage.Received,
        Institution = Hanbit,
        Submitted = Plan,
        Plan = Plan,
        Risk = new RiskAssessment(RiskClass.High, [new RiskGround("제대유래 중간엽줄기세포", RiskClass.High, new("다른 사람의 세포, 최소 조작 초과", "Another person's cells"))]),
        Gate = new EvidenceGateResult(GateOutcome.PassByExemption, "trial-by-exemption", new("규제특례", "By the exemption")),
        SubmittedOn = new DateOnly(2026, 6, 1),
        ReceiptNumber = "2026-0001",
    };

    public static ApplicationDossier Filing { get; } = new(
        Received,
        new Institution(Hanbit, true, new("한빛대학교병원(가상)", "Hanbit University Hospital (fictional)"), "가상-001", "서울특별시 가상구 재생로 1", new DateOnly(2025, 6, 1)),
        new DateOnly(2026, 6, 2),
        Trial.Initial,
        Grant.Initial with { Exists = true, CertificateNumber = "가상-특례-1" },
        Recorded);

    public static ApplicationDossier Decided(DecisionResult result) => Filing with
    {
        Application = Received with
        {
            Stage = result == DecisionResult.Suitable ? Stage.Suitable : Stage.Unsuitable,
            Decision = new Decision(
                result, new Deliberation("2026-11", new DateOnly(2026, 11, 19), 7, []), "안전성과 유효성이 인정됨", "",
                new DateOnly(2026, 11, 20), result == DecisionResult.Suitable ? new DateOnly(2029, 6, 30) : null, null, "com1"),
        },
    };
}
