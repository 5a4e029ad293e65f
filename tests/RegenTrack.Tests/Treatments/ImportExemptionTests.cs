using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Interop.Treatments;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Treatments;

public sealed class ImportExemptionTests(PostgresFixture postgres)
{
    [Fact]
    public async Task a_condition_that_is_no_longer_met_stops_treatment_from_its_lots_until_it_is()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await story.Enrol("a");
        await app.Accept(new MarkConditionUnmet(TreatmentStory.ImportGrant, TreatmentStory.ImportCondition.Key, "기록 누락"), Story.SandboxOfficer);
        Assert.Equal(["import-exemption-conditions-unmet"], Codes(await app.Send(TreatmentStory.Administration("a"), Story.Hospital)));

        await app.Accept(new MarkConditionMet(TreatmentStory.ImportGrant, TreatmentStory.ImportCondition.Key, "기록 보완"), Story.SandboxOfficer);
        await story.Give("a");
    }

    [Fact]
    public async Task a_person_takes_one_place_of_the_cap_however_many_doses_follow()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app, importCap: 1);
        await story.Prepare();
        await story.Enrol("a");
        await story.Enrol("b");
        await story.Give("a");
        await app.Accept(TreatmentStory.Administration("a") with { Administration = new("adm-a2"), AdministeredAt = TreatmentStory.Given.AddMinutes(10) }, Story.Hospital);
        Assert.Equal(["import-exemption-full"], Codes(await app.Send(TreatmentStory.Administration("b"), Story.Hospital)));
    }

    [Fact]
    public async Task of_ten_people_at_once_for_the_last_place_one_is_treated()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app, importCap: 1);
        await story.Prepare();
        for (var number = 1; number <= 10; number++)
            await story.Enrol($"{number}");

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => app.Send(TreatmentStory.Administration($"{number}"), Story.Hospital)));

        Assert.Single(outcomes, outcome => outcome is CommandOutcome.Accepted);
        Assert.All(outcomes.Where(outcome => outcome is not CommandOutcome.Accepted), outcome => Assert.Equal(["import-exemption-full"], Codes(outcome)));
    }

    [Fact]
    public async Task a_hospital_is_told_at_the_lot_that_no_exemption_stands_behind_it()
    {
        await using var host = await RunningWeb.Start(postgres);
        var app = new TestApp((Microsoft.Extensions.DependencyInjection.ServiceProvider)host.Services, host.Time);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await app.Accept(
            new AnnounceShipment(
                new("shipment-2"), new("site-northbank", "Northbank Cell Repository", "US"), new("CERT-1", "Authority", new(2026, 1, 1), new(2026, 12, 31)), null, new("inst-hanbit"),
                new(2026, 7, 6), null, [new("C-1", "SEAL-2")], [new(new("lot-b"), CellsStory.Donor, new("W000007123456"), "product-msc", 1, "NB-26-015", new(2028, 4, 5), "C-1", 3, "vial")]),
            CellsStory.Inspector);
        await app.Accept(new Domain.Cells.Lots.FollowShipment(new("lot-b"), new("shipment-2")), CellsStory.Inspector);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital-imports", "inst-hanbit");
        var enrolled = await hospital.Post("", HospitalMessages.Enrolment("HB-001"));
        var plan = enrolled.Body.GetProperty("entry")[2].GetProperty("response").GetProperty("location").GetString()!.Split('/')[1];

        var refused = await hospital.Post("Procedure", HospitalMessages.Administration(plan, "lot-b"));

        Assert.Equal(422, refused.Status);
        Assert.Contains($"lot-without-import-exemption @ Procedure.extension.where(url='{TreatmentNames.UsedProduct}').extension.where(url='product')", refused.Issues);
    }

    private static IEnumerable<string> Codes(CommandOutcome outcome) => Assert.IsType<CommandOutcome.Refused>(outcome).Refusals.Select(refusal => refusal.Code);
}
