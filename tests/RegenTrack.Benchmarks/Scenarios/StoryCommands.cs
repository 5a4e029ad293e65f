using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Products.Published;

namespace RegenTrack.Benchmarks.Scenarios;

/// <summary>One story after another through the full pipeline: a plan from filing to 적합, and a donor with a shipment on its way.</summary>
internal sealed class StoryCommands(StoryWorld world)
{
    private static readonly Actor Hospital = new("bench-hospital", Role.HospitalSystem, StoryWorld.Institution.Value);
    private static readonly Actor Secretariat = new("sec1", Role.Secretariat);
    private static readonly Actor Expert = new("exp1", Role.Expert);
    private static readonly Actor Inspector = new("ins1", Role.Inspector);

    /// <summary>Tells one story under ids of its own and answers how many commands it took.</summary>
    public async Task<int> Tell(string story)
    {
        var today = KoreanTime.DayOf(TimeProvider.System.GetUtcNow());
        return await Review(story, today) + await Ship(story, today);
    }

    private async Task<int> Review(string story, DateOnly today)
    {
        var plan = new PlanId($"{story}-plan");
        await world.Accept($"{story}-submit", new SubmitTreatmentPlan(plan, StoryWorld.Institution, Plan(today)), Hospital);
        await world.Accept($"{story}-receipt", new ConfirmReceipt(plan, story), Secretariat);
        await world.Accept($"{story}-ask", new RequestSupplement(plan, "s-1", 14, [new("1", "8", "절차를 보완하십시오.")]), Secretariat);
        await world.Accept($"{story}-answer", new AnswerSupplement(plan, "s-1", [new("1", "8", "보완함", [])]), Hospital);
        await world.Accept($"{story}-assign", new StartExpertReview(plan, new("exp1")), Secretariat);
        await world.Accept($"{story}-compare", new AssessComparability(plan, [.. ComparabilityDimension.All.Select(dimension => new ComparabilityRow(dimension.Key, ComparabilityVerdict.Same, "동일"))], Sameness.Accepted), Expert);
        await world.Accept($"{story}-review", new CompleteExpertReview(plan, "검토보고서"), Expert);
        var ballots = Enumerable.Range(1, 5).Select(member => new Ballot(new($"mem{member}"), Vote.Suitable));
        await world.Accept($"{story}-decide", new RecordDecision(plan, Vote.Suitable, new Deliberation("1", today, 7, [.. ballots]), "근거가 충분함"), Secretariat);
        return 8;
    }

    private async Task<int> Ship(string story, DateOnly today)
    {
        var now = TimeProvider.System.GetUtcNow();
        var donor = new DonorId($"{story}-donor");
        var shipment = new ShipmentId($"{story}-shipment");
        await world.Accept($"{story}-donor", new RegisterDonor(donor, story, "US", today.AddDays(-60), false, false, true, []), Inspector);
        var markers = DonorScreening.Required(Donor.Initial).ToList();
        foreach (var marker in markers)
        {
            await world.Accept($"{story}-test-{marker}", new RecordDonorTest(donor, new(marker, MarkerResult.Negative, today.AddDays(-60), "kit", "lab", "ISO 15189")), Inspector);
        }

        await world.Accept(
            $"{story}-announce",
            new AnnounceShipment(
                shipment, new("site-1", "Repository", "US"), new("CERT-1", "Authority", today.AddDays(-100), today.AddDays(100)), StoryWorld.Grant, StoryWorld.Institution,
                today.AddDays(-1), "180-12345675", [new("C-1", "SEAL-1")], [new(new($"{story}-lot"), donor, new("A999926123456"), "product-bench", 1, "N-1", today.AddDays(700), "C-1", 3, "vial")]),
            Inspector);
        await world.Accept($"{story}-clear", new ReportPreClearance(shipment, "KPTA-1", today.AddDays(-1)), Inspector);
        await world.Accept($"{story}-dispatch", new RecordDispatch(shipment, now.AddHours(-20)), Inspector);
        await world.Accept($"{story}-arrive", new RecordArrival(shipment, now.AddHours(-1), "ICN"), Inspector);
        await world.Accept($"{story}-seal", new CheckSeal(shipment, new("C-1", "SEAL-1", true, null, null)), Inspector);
        return 6 + markers.Count;
    }

    private static TreatmentPlan Plan(DateOnly today) => new(
        "동종 제대유래 중간엽줄기세포 치료", "회전근개 부분파열", today, today.AddYears(3), 20, RiskClass.High,
        new Product(new ProductId("product-bench"), 1, "UC-MSC", Modality.Cell, [new ProductComponent("UC-MSC", CellOrigin.Allogeneic, Manipulation: Manipulation.MoreThanMinimal)], new Dictionary<string, string> { ["dose"] = "1×10⁷ cells" }),
        new EvidenceClaim(EvidenceKind.CommercialTrial, Trial: StoryWorld.Trial, Grant: StoryWorld.Grant), "person-1",
        [.. PlanItem.All.Select(item => new PlanAnswer(item.LinkId, $"답변 {item.LinkId}", []))]);
}
