using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Guide;

namespace RegenTrack.Tests.Trials;

/// <summary>A hospital sends a trial with its results as one transaction.</summary>
public sealed class TrialResultsDoorTests(PostgresFixture postgres)
{
    private const string Kind = "https://regentrack.example/fhir/CodeSystem/trial-result";
    private static readonly Actor Officer = new("sec1", Role.Secretariat);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static string Observation(string kind, string title, string value, string subject, string? comparator, params (string Code, string Value)[] components)
    {
        string foci = string.Join(',', new[] { Study, comparator }.OfType<string>().Select(id => $$$"""{"reference":"urn:uuid:{{{id}}}"}"""));
        string parts = string.Join(',', components.Select(component => $$$"""{"code":{"coding":[{"system":"{{{Kind}}}-component","code":"{{{component.Code}}}"}]},{{{component.Value}}} }"""));
        return $$$"""
            {"resource":{"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"{{{Kind}}}","code":"{{{kind}}}"}]}],"code":{"text":"{{{title}}}"},
             "subject":{"reference":"urn:uuid:{{{subject}}}"},"focus":[{{{foci}}}],{{{value}}}"component":[{{{parts}}}]},"request":{"method":"POST","url":"Observation"}}
            """;
    }

    private static string Bundle(string number, params string[] observations) => $$$"""
        {"resourceType":"Bundle","type":"transaction","entry":[
        {"fullUrl":"urn:uuid:{{{Study}}}","resource":{"resourceType":"ResearchStudy","identifier":[{"value":"{{{number}}}"},{"value":"HB-301"}],"title":"Synthetic cells in knee osteoarthritis","status":"completed",
          "phase":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/research-study-phase","code":"phase-3"}]}},"request":{"method":"POST","url":"ResearchStudy"}},
        {"fullUrl":"urn:uuid:{{{Cells}}}","resource":{"resourceType":"Group","type":"person","actual":true,"name":"Cells","quantity":121},"request":{"method":"POST","url":"Group"}},
        {"fullUrl":"urn:uuid:{{{Control}}}","resource":{"resourceType":"Group","type":"person","actual":true,"name":"Control","quantity":119},"request":{"method":"POST","url":"Group"}}
        {{{string.Concat(observations.Select(observation => "," + observation))}}}]}
        """;

    private const string Study = "00000000-0000-4000-8000-000000000001";
    private const string Cells = "00000000-0000-4000-8000-00000000000a";
    private const string Control = "00000000-0000-4000-8000-00000000000b";

    private static readonly string[] Results =
    [
        Observation("primary-endpoint", "Change in pain", "\"valueQuantity\":{\"value\":-31.60,\"unit\":\"points\"},", Cells, null, ("spread", "\"valueQuantity\":{\"value\":1.9}"), ("analysed", "\"valueInteger\":120"), ("time-frame", "\"valueString\":\"Week 48\"")),
        Observation("primary-endpoint", "Change in pain", "\"valueQuantity\":{\"value\":-20.2,\"unit\":\"points\"},", Control, null, ("analysed", "\"valueInteger\":118"), ("time-frame", "\"valueString\":\"Week 48\"")),
        Observation("primary-endpoint", "Change in pain", "\"valueQuantity\":{\"value\":-11.4},", Cells, Control, ("lower", "\"valueQuantity\":{\"value\":-16.7}"), ("upper", "\"valueQuantity\":{\"value\":-6.1}"), ("confidence-percent", "\"valueInteger\":95"), ("p-value", "\"valueQuantity\":{\"value\":0.001,\"comparator\":\"<\"}"), ("method", "\"valueString\":\"ANCOVA\""), ("time-frame", "\"valueString\":\"Week 48\"")),
        Observation("serious-event", "Arthralgia", "", Cells, null, ("organ-system", "\"valueString\":\"Musculoskeletal and connective tissue disorders\""), ("affected", "\"valueInteger\":2"), ("at-risk", "\"valueInteger\":120")),
        Observation("serious-total", "Serious adverse events", "", Cells, null, ("affected", "\"valueInteger\":6"), ("at-risk", "\"valueInteger\":120")),
        Observation("flow-milestone", "STARTED", "\"valueInteger\":121,", Cells, null, ("period", "\"valueString\":\"To week 48\"")),
    ];

    private static Task<EvidenceDetail?> Shown(RunningWeb web, string number) =>
        web.Services.GetRequiredService<IMediator>().Send(new ShowEvidence(Officer, new TrialId(number)), Now);

    [Fact]
    public async Task results_sent_by_fhir_are_the_same_facts_with_the_digits_as_sent()
    {
        await using var web = await RunningWeb.Start(postgres);
        using HospitalClient hospital = await HospitalClient.SignIn(web, "hospital", "inst-hanbit");
        (int status, JsonElement body, _) = await hospital.Post("", Bundle("NCT09000009", Results));
        Assert.True(status == 200, body.ToString());
        Assert.StartsWith("ResearchStudy/NCT09000009", body.GetProperty("entry")[0].GetProperty("response").GetProperty("location").GetString(), StringComparison.Ordinal);

        EvidenceDetail shown = (await Shown(web, "NCT09000009"))!;
        Assert.Equal(TrialPhase.Phase3, shown.Trial.Registration!.Phase);
        OutcomeMeasure pain = Assert.Single(shown.Package.Outcomes);
        Assert.Equal((EndpointRole.Primary, "Change in pain", "Week 48", "points"), (pain.Role, pain.Title, pain.TimeFrame, pain.Table!.Unit));
        Assert.Equal(["-31.60", "-20.2"], pain.Table.Measurements.Select(value => value.Value!.Text));
        Analysis compared = Assert.Single(pain.Analyses);
        Assert.Equal(("-11.4", "-16.7", "-6.1", "<0.001", "95", "ANCOVA"), (compared.Estimate!.Text, compared.Lower!.Text, compared.Upper!.Text, compared.P!.Text, compared.ConfidencePercent!.Text, compared.Method));
        EventTerm serious = Assert.Single(shown.Package.AdverseEvents!.Serious);
        Assert.Equal(("Arthralgia", "2", "120"), (serious.Term, serious.Counts[0].Affected!.Text, serious.Counts[0].AtRisk!.Text));
        Assert.Equal("6", shown.Package.AdverseEvents.Groups[0].Serious!.Affected!.Text);
        Assert.Equal("121", shown.Package.Flow!.Periods[0].Milestones[0].Counts[0].Count!.Text);
    }

    [Fact]
    public async Task the_same_bundle_twice_is_one_version()
    {
        await using var web = await RunningWeb.Start(postgres);
        using HospitalClient hospital = await HospitalClient.SignIn(web, "hospital", "inst-hanbit");
        Assert.Equal(200, (await hospital.Post("", Bundle("NCT09000009", Results))).Status);
        Assert.Equal(200, (await hospital.Post("", Bundle("NCT09000009", Results) + "\n")).Status);
        Assert.Equal(1, (await Shown(web, "NCT09000009"))!.Results.Number);
    }

    [Fact]
    public async Task a_hospital_does_not_overwrite_what_the_registry_says()
    {
        await using var web = await RunningWeb.Start(postgres);
        await EvidencePageTests.Import(web, RegistryFiles.Bytes("legacy-xml", "NCT02535364.xml"));
        using HospitalClient hospital = await HospitalClient.SignIn(web, "hospital", "inst-hanbit");
        Assert.Equal(200, (await hospital.Post("", Bundle("NCT02535364", Results))).Status);
        EvidenceDetail shown = (await Shown(web, "NCT02535364"))!;
        Assert.Equal("Juno Therapeutics, Inc.", shown.Trial.Registration!.Sponsor);
        Assert.Equal((2, "fhir-r4"), (shown.Results.Number, shown.Results.Source.Shape));
    }

    [Fact]
    public async Task what_is_missing_is_named_by_its_path()
    {
        await using var web = await RunningWeb.Start(postgres);
        string strange = Observation("endpoint", "x", "", Cells, null, ("affected", "\"valueInteger\":1"));
        string astray = Observation("primary-endpoint", "x", "", Study, null, ("affected", "\"valueInteger\":1"));
        using HospitalClient hospital = await HospitalClient.SignIn(web, "hospital", "inst-hanbit");
        (int status, JsonElement body, _) = await hospital.Post("", Bundle("NCT1", strange, astray));
        Assert.Equal(422, status);
        Assert.Equal(
            ["Bundle.entry[0].resource.identifier", "Bundle.entry[3].resource.category", "Bundle.entry[4].resource.subject"],
            body.GetProperty("issue").EnumerateArray().Select(issue => issue.GetProperty("expression")[0].GetString()));
        Assert.Null(await Shown(web, "NCT1"));
    }

    [Fact]
    public async Task results_are_read_back_with_the_digits_as_sent_and_another_hospital_reads_them_too()
    {
        await using var web = await RunningWeb.Start(postgres);
        using HospitalClient hospital = await HospitalClient.SignIn(web, "hospital", "inst-hanbit");
        using HospitalClient other = await HospitalClient.SignIn(web, "hospital-2", "inst-saebyeok");
        Assert.Equal(200, (await hospital.Post("", Bundle("NCT09000009", Results))).Status);

        JsonElement[] endpoints = await Read(other, $"Observation?focus=ResearchStudy/NCT09000009&category={Kind}|primary-endpoint");
        Assert.Equal(["-31.60", "-20.2", "-11.4"], endpoints.Select(endpoint => endpoint.At("valueQuantity", "value")!.Value.GetRawText()));
        Assert.Equal([["Cells"], ["Control"], ["Cells", "Control"]], endpoints.Select(endpoint => endpoint.Items("contained").Select(group => group.Text("name")!).ToArray()));
        JsonElement p = endpoints[2].Items("component").Single(part => part.CodeIn($"{Kind}-component", "code") == "p-value");
        Assert.Equal(("0.001", "<"), (p.At("valueQuantity", "value")!.Value.GetRawText(), p.Text("valueQuantity", "comparator")));

        JsonElement summary = Assert.Single(await Read(other, "Composition?subject=ResearchStudy/NCT09000009"));
        Assert.Equal(["efficacy 3", "safety 2"], summary.Items("section").Select(section => $"{section.CodeIn("https://regentrack.example/fhir/CodeSystem/trial-summary-section", "code")} {section.Items("entry").Count()}"));
        foreach (JsonElement entry in summary.Items("section").SelectMany(section => section.Items("entry")))
            Assert.Equal(200, (await hospital.Get(entry.Text("reference")!)).Status);
    }

    [Fact]
    public async Task withdrawn_results_say_so_and_their_correction_names_what_it_replaces()
    {
        await using var web = await RunningWeb.Start(postgres);
        using HospitalClient hospital = await HospitalClient.SignIn(web, "hospital", "inst-hanbit");
        await hospital.Post("", Bundle("NCT09000009", Results));
        await new TestApp((ServiceProvider)web.Services, web.Time).Accept(new Domain.Trials.WithdrawTrialResults(new TrialId("NCT09000009"), 1, "입력 오류"), Officer);
        Assert.All(await Read(hospital, "Observation?focus=ResearchStudy/NCT09000009"), figure => Assert.Equal("entered-in-error", figure.Text("status")));

        await hospital.Post("", Bundle("NCT09000009", Results[..2]));
        Assert.Equal(2, (await Read(hospital, "Observation?focus=ResearchStudy/NCT09000009&status=final")).Length);
        JsonElement corrected = Assert.Single(await Read(hospital, "Composition?subject=ResearchStudy/NCT09000009&status=final"));
        Assert.Equal("Composition/NCT09000009.v1", corrected.Items("relatesTo").Single().Text("targetReference", "reference"));
    }

    [Fact]
    public async Task an_earlier_version_that_is_withdrawn_after_its_correction_came_says_so_too()
    {
        await using var web = await RunningWeb.Start(postgres);
        using HospitalClient hospital = await HospitalClient.SignIn(web, "hospital", "inst-hanbit");
        await hospital.Post("", Bundle("NCT09000009", Results));
        await hospital.Post("", Bundle("NCT09000009", Results[..2]));
        await new TestApp((ServiceProvider)web.Services, web.Time).Accept(new Domain.Trials.WithdrawTrialResults(new TrialId("NCT09000009"), 1, "입력 오류"), Officer);

        Assert.All(
            [.. await Read(hospital, "Observation?focus=ResearchStudy/NCT09000009"), .. await Read(hospital, "Composition?subject=ResearchStudy/NCT09000009")],
            figure => Assert.Equal(figure.Text("id")!.Contains(".v1", StringComparison.Ordinal) ? "entered-in-error" : "final", figure.Text("status")));
    }

    [Fact]
    public async Task a_registrys_record_is_read_as_figures_that_conform()
    {
        await using var web = await RunningWeb.Start(postgres);
        await EvidencePageTests.Import(web, RegistryFiles.Bytes("legacy-xml", "NCT02535364.xml"));
        using HospitalClient hospital = await HospitalClient.SignIn(web, "hospital", "inst-hanbit");
        JsonElement[] figures = await Read(hospital, "Observation?focus=ResearchStudy/NCT02535364");
        Assert.InRange(figures.Length, 10, 200);
        Assert.All(figures, figure => Conformance.To("trial-result", figure));
        Assert.All(await Read(hospital, "Composition"), summary => Conformance.To("trial-result-summary", summary));
    }

    private static async Task<JsonElement[]> Read(HospitalClient hospital, string search)
    {
        FhirAnswer found = await hospital.Get(search + (search.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "_count=200");
        Assert.Equal(200, found.Status);
        return [.. found.Body.Items("entry").Select(entry => entry.At("resource")!.Value)];
    }
}
