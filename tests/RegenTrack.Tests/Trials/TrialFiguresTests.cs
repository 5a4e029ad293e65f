using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Attachments;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Trials;

/// <summary>Every figure of a package is an Observation that hospitals find, however many there are.</summary>
public sealed class TrialFiguresTests(PostgresFixture postgres)
{
    private const string Number = "NCT02552212";
    private static readonly Actor Officer = new("sec1", Role.Secretariat);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task hospitals_walk_all_figures_of_a_real_package_and_of_one_that_is_so_many_times_as_large(int times)
    {
        await using var host = await RunningWeb.Start(postgres);
        var app = new TestApp((ServiceProvider)host.Services, host.Time);
        var import = new TrialImport(app.Mediator, app.Services.GetRequiredService<AttachmentStore>());
        Assert.True((await import.Import(Grown(times), "file", Officer, "grown", TestContext.Current.CancellationToken)).IsImported);
        var package = (await app.Mediator.Send(new ShowEvidence(Officer, new TrialId(Number)), TestContext.Current.CancellationToken))!.Package;
        var expected = Figures(package);
        Assert.True(expected > (times == 1 ? 250 : 2_000), $"{expected} figures.");

        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var seen = new List<string>();
        for (var page = $"Observation?focus=ResearchStudy/{Number}&_count=200"; page is not null;)
        {
            var body = (await hospital.Get(page)).Body;
            seen.AddRange(body.Items("entry").Select(entry => $"Observation/{entry.Text("resource", "id")}"));
            page = body.Items("link").FirstOrDefault(link => link.Text("relation") == "next").Text("url")?.Split("/fhir/")[1];
        }

        Assert.Equal((expected, expected), (seen.Count, seen.Distinct().Count()));
        var summary = Assert.Single((await hospital.Get($"Composition?subject=ResearchStudy/{Number}")).Body.Items("entry")).At("resource")!.Value;
        Assert.Equal(seen.Order(), summary.Items("section").SelectMany(section => section.Items("entry")).Select(entry => entry.Text("reference")!).Order());
        Assert.Equal(package.AdverseEvents!.Other.Sum(term => term.Counts.Count), await Count(hospital, "other-event"));
        Assert.Equal(package.AdverseEvents.Serious.Sum(term => term.Counts.Count), await Count(hospital, "serious-event"));
    }

    private static async Task<int> Count(HospitalClient hospital, string kind) =>
        (int)(await hospital.Get($"Observation?focus=ResearchStudy/{Number}&category={kind}&_summary=count")).Body.Number("total")!.Value;

    // What the table holds, counted apart from what makes Observations of it.
    private static int Figures(EvidencePackage package) =>
        package.Outcomes.Sum(outcome => (outcome.Table?.Classes ?? []).Sum(row => row.Categories.Sum(category => category.Measurements.Count)) + outcome.Analyses.Count(one => one.Groups.Count > 0 && (one.Estimate is not null || one.P is not null)))
        + package.AdverseEvents!.Groups.Sum(group => (group.Serious is null ? 0 : 1) + (group.Other is null ? 0 : 1) + (group.Deaths is null ? 0 : 1))
        + package.AdverseEvents.Serious.Concat(package.AdverseEvents.Other).Sum(term => term.Counts.Count);

    /// <summary>The record with its outcomes and its events so many times, each time under other titles.</summary>
    private static byte[] Grown(int times)
    {
        var study = JsonNode.Parse(RegistryFiles.Bytes("api-v2-json", $"{Number}.json"))!;
        var results = study["resultsSection"]!;
        Grow(results["outcomeMeasuresModule"]!["outcomeMeasures"]!.AsArray(), "title");
        Grow(results["adverseEventsModule"]!["seriousEvents"]!.AsArray(), "term");
        Grow(results["adverseEventsModule"]!["otherEvents"]!.AsArray(), "term");
        return System.Text.Encoding.UTF8.GetBytes(study.ToJsonString());

        void Grow(JsonArray items, string title)
        {
            foreach (var (time, item) in Enumerable.Range(2, times - 1).SelectMany(time => items.ToList().Select(item => (time, item))).ToList())
            {
                var copy = item!.DeepClone();
                copy[title] = $"{copy[title]} ({time})";
                items.Add(copy);
            }
        }
    }
}
