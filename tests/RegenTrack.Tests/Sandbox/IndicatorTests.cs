using System.Text.Json;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Sandbox;

/// <summary>The figures of the exemptions as a hospital reads its own.</summary>
public sealed class IndicatorTests(PostgresFixture postgres)
{
    [Fact]
    public async Task a_hospital_reads_its_half_years_and_no_other_hospital_does()
    {
        await using var web = await RunningWeb.Start(postgres);
        Assert.True(await DemoStory.Tell(web.Services, web.Address, _ => { }, TestContext.Current.CancellationToken));
        using var hospital = await HospitalClient.SignIn(web, "indicator-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(web, "indicator-hospital-2", "inst-saebyeok");

        var report = Assert.Single((await hospital.Get("MeasureReport?period=2026-06")).Body.Items("entry")).At("resource")!.Value;
        Assert.Equal(("pending", "inst-hanbit.2026-01-01", "2026-06-30"), (report.Text("status"), report.Text("id"), report.Text("period", "end")));
        var patients = (await hospital.Get("Procedure?_count=200")).Body.Items("entry").Select(entry => entry.At("resource")!.Value.Text("subject", "reference")).Distinct().Count();
        Assert.Equal(patients, Count(report, "subjects-treated", 0));
        Assert.Equal((await hospital.Get("AdverseEvent?seriousness=Serious&_count=200")).Body.Items("entry").Count(), Count(report, "serious-events", 0));
        var events = (await hospital.Get("AdverseEvent?_count=200")).Body.Items("entry").Count();
        Assert.Equal((events, true), (Count(report, "reports-in-time", 1), Count(report, "reports-in-time", 0) <= events));
        Assert.True(Count(report, "lots-imported", 0) > 0 && patients > 0 && events > 0);
        Assert.Equal(JsonSerializer.Serialize(report), JsonSerializer.Serialize((await hospital.Get("MeasureReport/inst-hanbit.2026-01-01")).Body));

        Assert.Equal(404, (await other.Get("MeasureReport/inst-hanbit.2026-01-01")).Status);
        var theirs = Assert.Single((await other.Get("MeasureReport")).Body.Items("entry")).At("resource")!.Value;
        Assert.Equal(("inst-saebyeok", 0), (theirs.Text("reporter", "identifier", "value"), Count(theirs, "subjects-treated", 0)));
    }

    [Theory]
    [InlineData("2026-03", 1)]
    [InlineData("2025", 0)]
    [InlineData("ge2026-06-30", 1)]
    [InlineData("gt2026-06-30", 0)]
    [InlineData("lt2026-01-01", 0)]
    [InlineData("le2026-01-01", 1)]
    public async Task half_years_are_found_by_the_time_that_they_touch(string period, int found)
    {
        await using var web = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(web, "indicator-hospital", "inst-hanbit");
        Assert.Equal(found, (await hospital.Get($"MeasureReport?period={period}")).Body.Items("entry").Count());
    }

    [Fact]
    public async Task a_time_that_is_none_is_refused()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(web, "indicator-hospital", "inst-hanbit");
        Assert.Equal(400, (await hospital.Get("MeasureReport?period=soon")).Status);
    }

    private static int Count(JsonElement report, string indicator, int population) => (int)report.Items("group").Single(group => group.CodeIn("https://regentrack.example/fhir/CodeSystem/indicator", "code") == indicator)
        .Items("population").ElementAt(population).Number("count")!.Value;
}
