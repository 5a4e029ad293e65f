using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Interop.Server;
using RegenTrack.Web.Demo.Hospital;

namespace RegenTrack.Web.Demo;

/// <summary>Treatment plans that rely on the trial: one found suitable after a supplement, one before its reviewers, one stopped by a supplement. The hospital files and answers by FHIR.</summary>
internal static class DemoPlans
{
    public static readonly InstitutionId Hanbit = new(DemoPeople.HospitalInstitution);

    /// <summary>Id of the plan that is found suitable; the server makes it from the hospital's request id.</summary>
    public static readonly string Suitable = FhirCall.IdOf(DemoPeople.Hospital, DemoRoom.Id(Filing(1)), "plan");

    public static readonly DemoStep Step = new("plans", new("치료계획(가상)을 접수하고 심의합니다.", "Filing and deciding treatment plans (fictional)."), Tell);

    private static async Task Tell(DemoRoom room, CancellationToken cancellation)
    {
        var secretariat = DemoPeople.Officer(Role.Secretariat);
        var expert = new ReviewerId(DemoPeople.Officer(Role.Expert).Id);
        await Appoint(room, expert, cancellation);
        var suitable = await File(1, "무릎 골관절염");
        var waiting = await File(2, "회전근개 부분파열");
        var stopped = await File(3, "발목 골관절염");

        const string asked = "이상반응 대응 절차를 구체적으로 적으십시오(가상).";
        await Do(secretariat, "supplement", stopped, new RequestSupplement(stopped, "s-1", 14, [new("1", "8", asked)]));
        await Do(secretariat, "supplement", suitable, new RequestSupplement(suitable, "s-1", 14, [new("1", "8", asked)]));
        await room.Post("plan-hanbit-1-answer", "", new AnsweredSupplement($"{suitable.Value}.s-1", "1", "24시간 연락처와 전원 절차를 추가하였습니다(가상).").Bundle(), cancellation);
        await Do(secretariat, "review", waiting, new StartExpertReview(waiting, expert));
        await Do(secretariat, "review", suitable, new StartExpertReview(suitable, expert));
        ComparabilityRow[] rows = [.. ComparabilityDimension.All.Select(dimension => new ComparabilityRow(dimension.Key, ComparabilityVerdict.Same, "임상시험 제품과 같음(가상)"))];
        await Do(DemoPeople.Officer(Role.Expert), "compare", suitable, new AssessComparability(suitable, rows, Sameness.Accepted));
        await Do(DemoPeople.Officer(Role.Expert), "report", suitable, new CompleteExpertReview(suitable, "비교 결과 동일함(가상)."));
        Ballot[] ballots = [.. Enumerable.Range(1, 5).Select(member => new Ballot(Member(member), Vote.Suitable))];
        var deliberation = new Deliberation("가상-제11차", KoreanTime.DayOf(room.Now), 5, ballots);
        await Do(secretariat, "decide", suitable, new RecordDecision(suitable, Vote.Suitable, deliberation, "임상시험의 근거가 치료계획의 목적·내용과 같음(가상)."));

        async Task<PlanId> File(int number, string purpose)
        {
            var today = KoreanTime.DayOf(room.Now);
            var filed = new FiledPlan($"동종 제대유래 중간엽줄기세포 {purpose} 치료(가상)", purpose, today, today.AddYears(3).AddDays(-1), DemoTrial.Trial.Value, DemoGrants.TrialForResearch.Value, "prod-ucmsc") { On = today };
            var made = await room.Post(Filing(number), "", filed.Bundle(), cancellation);
            var plan = new PlanId(made[0].Split('/')[^1]);
            await Do(secretariat, "receive", plan, new ConfirmReceipt(plan, $"가상-접수-{number}"));
            return plan;
        }

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

    private static string Filing(int number) => $"plan-hanbit-{number}-submit";
}
