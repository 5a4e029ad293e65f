using RegenTrack.Domain.Law;
using RegenTrack.Web.Demo.Hospital;

namespace RegenTrack.Web.Demo;

/// <summary>Three subjects treated from the released lot, and a serious adverse event of the first; all by the hospital's own system.</summary>
internal static class DemoTreatments
{
    public static readonly DemoStep Step = new("treatments", new("대상자(가상)를 치료하고 이상반응을 보고합니다.", "Treating subjects and reporting an adverse event (fictional)."), Tell);

    private static async Task Tell(DemoRoom room, CancellationToken cancellation)
    {
        for (var number = 1; number <= 3; number++)
        {
            var enrolled = await room.Post($"enrol-{number}", "", new EnrolledSubject($"HB-00{number}", DemoPlans.Suitable, KoreanTime.DayOf(room.Now)).Bundle(), cancellation);
            var (patient, plan) = (enrolled[0], enrolled[^1]);
            var given = await room.Post($"give-{number}", "Procedure", new GivenCells(plan, patient, DemoCells.Released.Value, room.Now).Procedure(), cancellation);
            if (number == 1)
                await room.Post("adverse-event", "AdverseEvent", new SeriousEvent(given[0], patient, room.Now, "중단되었던 데모를 이어서 불러옴(가상)").AdverseEvent(), cancellation);
        }
    }
}
