using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Cells;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Guide;

namespace RegenTrack.Tests.Cells;

/// <summary>What a hospital sees of the loggers that travelled with its cells.</summary>
public sealed class FhirTemperatureTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_log_is_read_as_a_series_with_limits_that_conforms_and_leads_to_the_file()
    {
        await using var web = await Arrived(peak: -110m);
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", "inst-hanbit");

        var series = Assert.Single((await hospital.Get("Observation?focus=BiologicallyDerivedProduct/lot-a&code=temperature")).Body.Items("entry")).At("resource")!.Value;
        Conformance.To("transport-temperature", series);
        var data = series.At("valueSampledData")!.Value;
        Assert.Equal((600_000m, -150m), (data.Number("period"), data.Number("upperLimit")));
        var values = data.Text("data")!.Split(' ');
        Assert.Equal((123, "-180.0", "-110.0"), (values.Length, values[0], values[61]));
        Assert.Equal(6, values.Count(value => value == "-110.0"));
        Assert.Equal((Building.Instant(CellsStory.Dispatched.AddMinutes(-10)), "A"), (series.Text("effectivePeriod", "start"), series.Items("interpretation").Single().Items("coding").Single().Text("code")));
        Assert.Equal("SYN-1", series.Text("device", "identifier", "value"));

        var document = (await hospital.Get(series.Items("derivedFrom").Single().Text("reference")!)).Body;
        Conformance.To("case-document", document);
        using var file = await hospital.Fetch("/fhir/" + document.Items("content").Single().Text("attachment", "url"), "*/*");
        Assert.Equal(CellsStory.LoggerText(-110m), await file.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task an_excursion_names_its_lots_how_bad_it_was_and_when()
    {
        await using var web = await Arrived(peak: -110m);
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", "inst-hanbit");
        var issue = Assert.Single((await hospital.Get("DetectedIssue?implicated=BiologicallyDerivedProduct/lot-a")).Body.Items("entry")).At("resource")!.Value;
        Conformance.To("temperature-excursion", issue);
        Assert.Equal(("critical", "high"), (issue.At("code").CodeIn(CellNames.TemperatureOutcome), issue.Text("severity")));
        Assert.Equal((Building.Instant(CellsStory.Dispatched.AddHours(10)), Building.Instant(CellsStory.Dispatched.AddHours(11))), (issue.Text("identifiedPeriod", "start"), issue.Text("identifiedPeriod", "end")));
        Assert.Equal(200, (await hospital.Get(issue.Items("evidence").Single().Items("detail").Single().Text("reference")!)).Status);
    }

    [Fact]
    public async Task a_journey_within_limits_gives_no_issue_and_a_normal_series()
    {
        await using var web = await Arrived(peak: -175m);
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", "inst-hanbit");
        Assert.Empty((await hospital.Get("DetectedIssue")).Body.Items("entry"));
        Assert.Equal("N", Assert.Single((await hospital.Get("Observation")).Body.Items("entry")).At("resource")!.Value.Items("interpretation").Single().Items("coding").Single().Text("code"));
    }

    [Fact]
    public async Task another_hospital_finds_neither_series_nor_issue_nor_file()
    {
        await using var web = await Arrived(peak: -110m);
        using var other = await HospitalClient.SignIn(web, "demo-hospital-2", "inst-saebyeok");
        foreach (var search in new[] { "Observation", "DetectedIssue", "DocumentReference" })
            Assert.Empty((await other.Get(search)).Body.Items("entry"));
        foreach (var (theirs, none) in new[] { ("DocumentReference/shipment-1.log-1", "DocumentReference/shipment-1.log-2"), ("Binary/shipment-1.log-1", "Binary/shipment-9.log-1"), ("Observation/shipment-1.log-1.1", "Observation/none") })
        {
            var (forbidden, absent) = (await other.Get(theirs), await other.Get(none));
            Assert.Equal((404, 404), (forbidden.Status, absent.Status));
            Assert.Equal(absent.Body.ToString(), forbidden.Body.ToString());
        }
    }

    [Fact]
    public async Task its_own_hospital_finds_no_file_beyond_those_attached()
    {
        await using var web = await Arrived(peak: -175m);
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", "inst-hanbit");
        Assert.Equal(404, (await hospital.Get("Binary/shipment-1.log-2")).Status);
        Assert.Equal(404, (await hospital.Get("Binary/shipment-1.log-0")).Status);
    }

    private async Task<RunningWeb> Arrived(decimal peak)
    {
        var web = await RunningWeb.Start(postgres);
        var story = new CellsStory(new TestApp((ServiceProvider)web.Services, web.Time));
        await story.Announce();
        await story.Arrive();
        await story.Inspect(peak, peak > -150m ? Domain.Cells.Shipments.CheckResult.NotSatisfactory : Domain.Cells.Shipments.CheckResult.Satisfactory);
        return web;
    }
}
