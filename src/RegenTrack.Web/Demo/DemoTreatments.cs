using RegenTrack.Domain.Law;
using RegenTrack.Domain.Safety;
using RegenTrack.Domain.Treatments;

namespace RegenTrack.Web.Demo;

/// <summary>Three subjects treated from the released lot, and a serious adverse event of the first.</summary>
internal static class DemoTreatments
{
    public static readonly DemoStep Step = new("treatments", new("대상자(가상)를 치료하고 이상반응을 보고합니다.", "Treating subjects and reporting an adverse event (fictional)."), Tell);

    private static async Task Tell(DemoRoom room, CancellationToken cancellation)
    {
        var today = KoreanTime.DayOf(room.Now);
        var consent = new Consent("v1(가상)", today, ConsentSigner.Subject, Enum.GetValues<ConsentItem>());
        for (var number = 1; number <= 3; number++)
        {
            var enrolment = new EnrolSubject(new($"case-hb-{number}"), new($"subj-hb-{number}"), DemoPlans.Hanbit, DemoPlans.Suitable, EligibilityGround.Intractable, true, consent, today);
            await room.Send(DemoPlans.Hospital, $"enrol-{number}", enrolment, cancellation);
            var given = new RecordAdministration(new($"case-hb-{number}"), new($"adm-hb-{number}"), DemoCells.Released, room.Now, 1, "{vial}", "intra-articular");
            await room.Send(DemoPlans.Hospital, $"give-{number}", given, cancellation);
        }

        var judged = new Assessment([SeriousnessCriterion.Hospitalisation], 2, Causality.Possible, "시간적 선후관계(가상)", EventOutcome.Recovering);
        var reported = new ReportAdverseEvent(new("ae-hb-1"), new("case-hb-1"), new("adm-hb-1"), "발열(가상)", KoreanTime.DayOf(room.Now), room.Now, judged);
        await room.Send(DemoPlans.Hospital, "adverse-event", reported, cancellation);
    }
}
