using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Cells;

/// <summary>The chain of custody as a hospital sees it.</summary>
public sealed class CustodyProvenanceTests(PostgresFixture postgres)
{
    private const string Steps = "https://regentrack.example/fhir/CodeSystem/custody-step";

    [Theory]
    [InlineData("SupplyDelivery/shipment-1")]
    [InlineData("SupplyDelivery/shipment-1.1")]
    [InlineData("BiologicallyDerivedProduct/lot-a")]
    public async Task each_step_says_what_changed_hands_between_whom_where_and_when(string target)
    {
        await using var web = await RunningWeb.Start(postgres);
        var app = new TestApp((ServiceProvider)web.Services, web.Time);
        var story = new CellsStory(app);
        await story.Announce();
        await story.Arrive();
        await app.Accept(new HandOverCustody(CellsStory.Shipment, "Northbank Cell Repository", "Sky Carrier", web.Time.GetUtcNow().AddHours(-1), "ICN", "intact"), CellsStory.Inspector);
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(web, "demo-hospital-2", "inst-saebyeok");

        var custody = (await hospital.Get($"Provenance?target={target}")).Body.Items("entry").Select(entry => entry.At("resource")!.Value).Where(one => one.CodeIn(Steps, "activity") is not null).ToList();
        Assert.Equal(["arrived", "dispatched", "handed-over"], custody.Select(one => one.CodeIn(Steps, "activity")!).Order());
        var handed = custody.Single(one => one.CodeIn(Steps, "activity") == "handed-over");
        Assert.Equal(["Northbank Cell Repository", "Sky Carrier"], handed.Items("agent").Select(agent => agent.Text("who", "display")));
        Assert.Equal("ICN", handed.Text("location", "display"));
        Assert.Contains(target, handed.Items("target").Select(one => one.Text("reference")));
        Assert.Equal(handed.GetRawText(), (await hospital.Get($"Provenance/{handed.Text("id")}")).Body.GetRawText());

        Assert.Equal(404, (await other.Get($"Provenance/{handed.Text("id")}")).Status);
        Assert.Empty((await other.Get($"Provenance?target={target}")).Body.Items("entry"));
        Assert.Empty((await other.Get("Provenance")).Body.Items("entry"));
        var validator = new Validator();
        Assert.All(custody, one => Assert.DoesNotContain(validator.Validate(FhirDocument.Parse(System.Text.Encoding.UTF8.GetBytes(one.GetRawText()))), issue => issue.IsError));
    }
}
