using RegenTrack.App.Pipeline;
using RegenTrack.App.Treatments;
using RegenTrack.Interop.Treatments;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Treatments;

public sealed class LotStockTests(PostgresFixture postgres)
{
    [Fact]
    public async Task of_ten_administrations_at_once_of_a_lot_of_three_vials_three_are_recorded()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        for (var number = 1; number <= 10; number++)
            await story.Enrol($"{number}");

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => app.Send(TreatmentStory.Administration($"{number}"), Story.Hospital)));

        Assert.Equal(3, outcomes.Count(outcome => outcome is CommandOutcome.Accepted));
        Assert.All(outcomes.Where(outcome => outcome is not CommandOutcome.Accepted), outcome => Assert.Equal(["lot-used-up"], Codes(outcome)));
        Assert.Equal(3, (await app.Mediator.Send(new ListLotRecipients(TreatmentStory.SafetyOfficer, CellsStory.Lot.Value), TestContext.Current.CancellationToken))!.Rows.Sum(row => row.Quantity));
    }

    [Fact]
    public async Task the_same_administration_again_takes_nothing_more()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await story.Enrol("a");
        var whole = TreatmentStory.Administration("a") with { Quantity = 3 };
        await app.Accept(whole, Story.Hospital);
        Assert.IsType<CommandOutcome.Accepted>(await app.Send(whole, Story.Hospital, "the same fact once more"));
        Assert.Equal(["lot-used-up"], Codes(await app.Send(TreatmentStory.Administration("a") with { Administration = new("adm-a2"), Quantity = 0.1m }, Story.Hospital)));
    }

    [Fact]
    public async Task a_hospital_is_told_at_the_quantity_that_the_lot_has_no_more_or_is_counted_otherwise()
    {
        await using var host = await RunningWeb.Start(postgres);
        await new TreatmentStory(new TestApp((Microsoft.Extensions.DependencyInjection.ServiceProvider)host.Services, host.Time)).Prepare();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital-stock", "inst-hanbit");
        var enrolled = await hospital.Post("", HospitalMessages.Enrolment("HB-001"));
        var plan = enrolled.Body.GetProperty("entry")[2].GetProperty("response").GetProperty("location").GetString()!.Split('/')[1];
        var place = $"Procedure.extension.where(url='{TreatmentNames.UsedProduct}').extension.where(url='quantity')";

        var much = await hospital.Post("Procedure", HospitalMessages.Administration(plan).Replace("\"value\":1,", "\"value\":4,", StringComparison.Ordinal));
        Assert.Equal((422, $"lot-used-up @ {place}"), (much.Status, much.Issues.Single()));
        var other = await hospital.Post("Procedure", HospitalMessages.Administration(plan).Replace("{vial}", "mL", StringComparison.Ordinal));
        Assert.Equal((422, $"unit-not-of-lot @ {place}"), (other.Status, other.Issues.Single()));
    }

    private static IEnumerable<string> Codes(CommandOutcome outcome) => Assert.IsType<CommandOutcome.Refused>(outcome).Refusals.Select(refusal => refusal.Code);
}
