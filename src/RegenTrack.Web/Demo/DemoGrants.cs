using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Web.Demo;

/// <summary>The two exemptions, insured and started.</summary>
internal static class DemoGrants
{
    public static readonly GrantId TrialForResearch = new("grant-a-hanbit");
    public static readonly GrantId ImportedCells = new("grant-b-hanbit");

    public static readonly DemoStep Step = new("grants", new("규제특례(가상) 두 건을 등록합니다.", "Recording the two sandbox exemptions (fictional)."), Tell);

    private static async Task Tell(DemoRoom room, CancellationToken cancellation)
    {
        await Grant(TrialForResearch, "가상-특례-2026-가", ExemptionKind.TrialForResearch, patientCap: 20, new GrantCondition(
            "comparability", new("임상시험 제품과 치료 제품의 동등성을 건별로 확인한다.", "Comparability of trial product and treatment product is shown for every plan.")));
        await Grant(ImportedCells, "가상-특례-2026-나", ExemptionKind.ImportedRawCells, patientCap: null, new GrantCondition(
            "shipment-log", new("운송 온도 기록을 건별로 제출한다.", "The temperature log of every shipment is filed.")));

        async Task Grant(GrantId grant, string certificate, ExemptionKind kind, int? patientCap, GrantCondition condition)
        {
            var officer = DemoPeople.Officer(Role.SandboxOfficer);
            var from = KoreanTime.DayOf(room.Now).AddMonths(-3);
            var until = from.AddYears(2).AddDays(-1);
            GrantOperator[] operators = [new(new InstitutionId(DemoPeople.HospitalInstitution), ForResearch: true, ForTreatment: true)];
            await room.Send(officer, $"{grant.Value}-record", new RecordGrant(grant, certificate, kind, operators, from, until, PatientCap: patientCap, Conditions: [condition]), cancellation);
            var insurance = new LiabilityInsurance("가상손해보험", $"가상-{grant.Value}", from, until, 200_000_000, 50_000_000, 200_000_000, 1_500_000_000);
            await room.Send(officer, $"{grant.Value}-insure", new RecordInsurance(grant, insurance), cancellation);
            await room.Send(officer, $"{grant.Value}-condition", new MarkConditionMet(grant, condition.Key, "가상 이행계획서 · fictional plan of implementation"), cancellation);
            await room.Send(officer, $"{grant.Value}-start", new StartGrant(grant, from.AddDays(14)), cancellation);
        }
    }
}
