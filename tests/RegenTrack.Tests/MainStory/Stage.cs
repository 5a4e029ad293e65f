using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.MainStory;

/// <summary>What is there before the story begins: accounts, the institution, the committee, both exemptions, and two shipments that have arrived.</summary>
internal static class Stage
{
    public const string SecondShipment = "shipment-2";
    public const string WarmLot = "lot-b";
    private static readonly InstitutionId Hanbit = new("inst-hanbit");

    public static async Task Set(RunningWeb host, TestTime time)
    {
        var accounts = host.Services.GetRequiredService<AccountStore>();
        foreach (var (id, role) in new[] { ("sec1", Role.Secretariat), ("exp1", Role.Expert), ("com1", Role.Committee), ("ins1", Role.Inspector), ("saf1", Role.SafetyOfficer), ("sbx1", Role.SandboxOfficer) })
        {
            await accounts.Create(id, $"{role} 담당", role, RunningWeb.Password, false, "test", TestContext.Current.CancellationToken);
        }

        var story = new Applications.Story(host.Services);
        await story.PrepareOfficials();
        await Exempt(story, "grant-b-hanbit", ExemptionKind.ImportedRawCells);
        foreach (var grant in new[] { "grant-a-hanbit", "grant-b-hanbit" })
        {
            await story.Accept(new RecordInsurance(new(grant), new("가상보험", "P-1", new(2026, 1, 1), new(2027, 12, 31), 150_000_000, 30_000_000, 150_000_000, 1_000_000_000)), Applications.Story.SandboxOfficer);
            await story.Accept(new StartGrant(new(grant), new(2026, 5, 1)), Applications.Story.SandboxOfficer);
        }

        var app = new TestApp((ServiceProvider)host.Services, time);
        var cells = new CellsStory(app);
        await cells.Announce();
        await cells.Arrive();
        await SecondArrives(app);
    }

    /// <summary>The hospital's Bundle, for the product that the lots are made for.</summary>
    public static string Plan(params string[] without) => Bundles.Plan(product: "product-msc", without: without);

    private static Task<App.Pipeline.CommandOutcome.Accepted> Exempt(Applications.Story story, string grant, ExemptionKind kind) => story.Accept(
        new RecordGrant(new(grant), $"가상-{grant}", kind, [new GrantOperator(Hanbit, true, true)], new(2026, 1, 1), new(2027, 12, 31)), Applications.Story.SandboxOfficer);

    private static async Task SecondArrives(TestApp app)
    {
        var shipment = new ShipmentId(SecondShipment);
        await app.Accept(
            new AnnounceShipment(
                shipment, new("site-northbank", "Northbank Cell Repository", "US"), new("CERT-1", "Authority", new(2026, 1, 1), new(2026, 12, 31)), new("grant-b-hanbit"), new("inst-hanbit"),
                new(2026, 5, 31), "180-12345675", [new("C-1", "SEAL-2")], [new(new(WarmLot), CellsStory.Donor, new("W000007123456"), "product-msc", 1, "NB-26-015", new(2028, 4, 5), "C-1", 3, "vial")]),
            CellsStory.Inspector);
        await app.Accept(new Domain.Cells.Lots.FollowShipment(new(WarmLot), shipment), CellsStory.Inspector);
        await app.Accept(new ReportPreClearance(shipment, "KPTA-2", new(2026, 5, 30)), CellsStory.Inspector);
        await app.Accept(new RecordDispatch(shipment, CellsStory.Dispatched), CellsStory.Inspector);
        await app.Accept(new RecordArrival(shipment, CellsStory.Arrived, "ICN"), CellsStory.Inspector);
        await app.Accept(new Domain.Cells.Lots.FollowShipment(new(WarmLot), shipment), CellsStory.Inspector);
    }
}
