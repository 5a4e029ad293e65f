using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Products.Published;

namespace RegenTrack.Web.Demo;

/// <summary>Treatment plans that rely on the trial: one found suitable, one before its reviewers, one stopped by a supplement.</summary>
internal static class DemoPlans
{
    public static readonly PlanId Suitable = new("plan-hanbit-1");
    public static readonly InstitutionId Hanbit = new(DemoPeople.HospitalInstitution);
    public static readonly Actor Hospital = new(DemoPeople.Hospital, Role.HospitalSystem, DemoPeople.HospitalInstitution);
    private static readonly PlanId Waiting = new("plan-hanbit-2");
    private static readonly PlanId Stopped = new("plan-hanbit-3");

    public static readonly DemoStep Step = new("plans", new("치료계획(가상)을 접수하고 심의합니다.", "Filing and deciding treatment plans (fictional)."), Tell);

    private static async Task Tell(DemoRoom room, CancellationToken cancellation)
    {
        var secretariat = DemoPeople.Officer(Role.Secretariat);
        var expert = new ReviewerId(DemoPeople.Officer(Role.Expert).Id);
        await Appoint(room, expert, cancellation);
        foreach (var plan in new[] { Suitable, Waiting, Stopped })
        {
            await Do(Hospital, "submit", plan, new SubmitTreatmentPlan(plan, Hanbit, Plan(room)));
            await Do(secretariat, "receive", plan, new ConfirmReceipt(plan, $"가상-접수-{plan.Value[^1]}"));
        }

        await Do(secretariat, "supplement", Stopped, new RequestSupplement(Stopped, "s-1", 14, [new("1", "8", "이상반응 대응 절차를 구체적으로 적으십시오(가상).")]));
        await Do(secretariat, "review", Waiting, new StartExpertReview(Waiting, expert));
        await Do(secretariat, "review", Suitable, new StartExpertReview(Suitable, expert));
        ComparabilityRow[] rows = [.. ComparabilityDimension.All.Select(dimension => new ComparabilityRow(dimension.Key, ComparabilityVerdict.Same, "임상시험 제품과 같음(가상)"))];
        await Do(DemoPeople.Officer(Role.Expert), "compare", Suitable, new AssessComparability(Suitable, rows, Sameness.Accepted));
        await Do(DemoPeople.Officer(Role.Expert), "report", Suitable, new CompleteExpertReview(Suitable, "비교 결과 동일함(가상)."));
        Ballot[] ballots = [.. Enumerable.Range(1, 5).Select(member => new Ballot(Member(member), Vote.Suitable))];
        var deliberation = new Deliberation("가상-제11차", KoreanTime.DayOf(room.Now), 5, ballots);
        await Do(secretariat, "decide", Suitable, new RecordDecision(Suitable, Vote.Suitable, deliberation, "임상시험의 근거가 치료계획의 목적·내용과 같음(가상)."));

        Task Do<TCommand>(Actor actor, string moment, PlanId plan, TCommand command)
            where TCommand : notnull => room.Send(actor, $"{plan.Value}-{moment}", command, cancellation);
    }

    private static async Task Appoint(DemoRoom room, ReviewerId expert, CancellationToken cancellation)
    {
        var administrator = DemoPeople.Officer(Role.Administrator);
        var name = new Bilingual("한빛대학교병원(가상)", "Hanbit University Hospital (fictional)");
        await room.Send(administrator, "designate", new DesignateInstitution(Hanbit, name, "가상-001", "가상시 가상구 가상로 1", KoreanTime.DayOf(room.Now).AddYears(-1)), cancellation);
        await room.Send(administrator, "appoint-expert", new AppointReviewer(expert, true, false, []), cancellation);
        foreach (var member in Enumerable.Range(1, 5))
            await room.Send(administrator, $"appoint-{member}", new AppointReviewer(Member(member), false, true, []), cancellation);
    }

    private static ReviewerId Member(int number) => new($"member-{number}");

    private static TreatmentPlan Plan(DemoRoom room)
    {
        var today = KoreanTime.DayOf(room.Now);
        var product = new Product(
            new ProductId("prod-ucmsc"), 1, "UC-MSC(가상)", Modality.Cell,
            [new ProductComponent("UC-MSC", CellOrigin.Allogeneic, Manipulation: Manipulation.MoreThanMinimal)],
            new Dictionary<string, string> { ["dose"] = "1×10⁷ cells" });
        return new TreatmentPlan(
            "동종 제대유래 중간엽줄기세포 무릎 골관절염 치료(가상)", "무릎 골관절염", today, today.AddYears(3).AddDays(-1), 20, RiskClass.High, product,
            new EvidenceClaim(EvidenceKind.CommercialTrial, Trial: DemoTrial.Trial, Grant: DemoGrants.TrialForResearch), "person-synthetic-1",
            [.. PlanItem.All.Select(item => new PlanAnswer(item.LinkId, $"{item.Title.Korean}: 가상의 답변입니다.", []))]);
    }
}
