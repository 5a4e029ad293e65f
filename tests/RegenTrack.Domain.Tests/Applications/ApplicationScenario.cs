using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Tests.Law;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Tests.Applications;

/// <summary>The story's application, command by command; every test changes one thing of it.</summary>
internal static class ApplicationScenario
{
    public static readonly PlanId Id = new("app-1");
    public static readonly InstitutionId Hanbit = new("inst-hanbit");
    public static readonly ReviewerId Expert = new("exp1");
    public static readonly DateOnly Filed = Calendar.Day("2026-06-01");

    public static readonly TreatmentPlan Plan = new(
        "동종 제대유래 중간엽줄기세포 회전근개 치료", "회전근개 부분파열", Filed, Calendar.Day("2029-05-31"), 20, RiskClass.High,
        new Product(
            new ProductId("prod-1"), 1, "UC-MSC", Modality.Cell,
            [new ProductComponent("UC-MSC", CellOrigin.Allogeneic, Manipulation: Manipulation.MoreThanMinimal)],
            new Dictionary<string, string> { ["dose"] = "1e7" }),
        new EvidenceClaim(EvidenceKind.CommercialTrial, Trial: new TrialId("NCT09000001"), Grant: new GrantId("grant-a-hanbit")),
        "person-1",
        [.. PlanItem.All.Select(item => new PlanAnswer(item.LinkId, $"답변 {item.LinkId}", [Document(item.LinkId)]))]);

    public static readonly TrialFacts Trial = new(
        new TrialId("NCT09000001"), true, "MSC", TrialPhase.Phase3, true, [], [Hanbit], 1, []);

    public static readonly GrantFacts Grant = new(
        new GrantId("grant-a-hanbit"), true, ExemptionKind.TrialForResearch, Calendar.Day("2026-01-01"), Calendar.Day("2027-12-31"),
        Calendar.Day("2026-02-01"), true, true, null, [new GrantOperator(Hanbit, false, true)]);

    public static readonly SubmissionFacts Facts = new(new DesignationFacts(Hanbit, true, "한빛", "가상-001"), Trial, Grant, DowngradeTable.None);

    public static readonly DecisionFacts DecisionBasis = new(
        [.. Members(5).Select(member => new ReviewerFacts(member, false, true, []))], Trial, Grant);

    public static readonly IReadOnlyList<SupplementItem> Asked = [new("1", "8", "이상반응 보고 절차를 보완하십시오.")];

    public static readonly IReadOnlyList<SupplementAnswer> Given = [new("1", "8", "보완된 절차", [Document("8b")])];

    public static SubmitTreatmentPlan Submit => new(Id, Hanbit, Plan);

    public static RecordDecision Decide => new(Id, Vote.Suitable, Meeting(Vote.Suitable, 4), "안전성과 유효성이 인정됨");

    public static IReadOnlyList<ComparabilityRow> Rows =>
        [.. ComparabilityDimension.All.Select(dimension => new ComparabilityRow(dimension.Key, ComparabilityVerdict.Same, "동일"))];

    public static Deliberation Meeting(Vote vote, int votes, int appointed = 7) =>
        new("2026-11", Filed, appointed, [.. Members(5).Select((member, index) => new Ballot(member, index < votes ? vote : Vote.Abstain))]);

    public static Circumstances Hospital(string day = "2026-06-01") => At(new Actor("demo-hospital", Role.HospitalSystem, Hanbit.Value), day);

    public static Circumstances Secretariat(string day = "2026-06-01") => At(new Actor("sec1", Role.Secretariat), day);

    public static Circumstances ByExpert(string day = "2026-06-01", string id = "exp1") => At(new Actor(id, Role.Expert), day);

    public static Circumstances ByCommittee(string day = "2026-06-01", string id = "com1") => At(new Actor(id, Role.Committee), day);

    public static DocumentPointer Document(string name) => new($"sha-{name}", $"{name}.pdf", "application/pdf");

    private static IEnumerable<ReviewerId> Members(int count) => Enumerable.Range(1, count).Select(index => new ReviewerId($"m{index}"));

    private static Circumstances At(Actor by, string day)
    {
        DateTimeOffset now = Calendar.Seoul($"{day} 10:00").ToUniversalTime();
        return new Circumstances(by, now, now, Calendar.Holidays);
    }
}
