using System.Text.Json;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Guide;

/// <summary>The guide describes what the server really takes and answers.</summary>
public sealed class ServedMessagesTests(PostgresFixture postgres)
{
    // The demo plays on one day, the examples in another month.
    private const string Today = "2026-06-01";

    [Fact]
    public async Task the_examples_of_applications_and_results_are_taken_and_the_answers_conform()
    {
        await using var host = await Demo();
        using var hospital = await HospitalClient.SignIn(host, "guide-hospital", "inst-hanbit");

        Assert.Equal(200, (await hospital.Post("", Conformance.Example("trial-results-bundle"))).Status);
        Conformance.To("clinical-trial", (await hospital.Get("ResearchStudy/NCT09000009")).Body);
        Conformance.OfEntries((await hospital.Get("Observation?focus=ResearchStudy/NCT09000009")).Body, ("Observation", "trial-result"));
        Conformance.OfEntries((await hospital.Get("Composition?subject=ResearchStudy/NCT09000009")).Body, ("Composition", "trial-result-summary"));

        var filed = await hospital.Post("", Conformance.Example("application-bundle"));
        Assert.True(filed.Status == 200, filed.Body.ToString());
        var application = filed.Body.Items("entry").First().Text("response", "location")!;
        Conformance.To("treatment-application", (await hospital.Get(application)).Body);
        Conformance.To("plan-answers", (await hospital.Get(application.Replace("Task", "QuestionnaireResponse", StringComparison.Ordinal))).Body);
        foreach (var plan in (await hospital.Get("Task?code=treatment-application")).Body.Items("entry"))
            Conformance.To("treatment-application", plan.At("resource")!.Value);

        var asked = (await hospital.Get("Task?code=supplement-request&status=requested")).Body;
        Conformance.OfEntries(asked, ("Task", "supplement-request"));
        var open = asked.Items("entry").Single().Text("resource", "id");
        Assert.Equal(200, (await hospital.Post("", Conformance.Example("supplement-answer-bundle").Replace("plan-1.s-1", open, StringComparison.Ordinal))).Status);
        Conformance.To("supplement-request", (await hospital.Get($"Task/{open}")).Body);
    }

    [Fact]
    public async Task the_examples_of_treatments_are_taken_and_the_answers_conform()
    {
        await using var host = await Demo();
        using var hospital = await HospitalClient.SignIn(host, "guide-hospital", "inst-hanbit");

        var approved = (await hospital.Get("Task?code=treatment-application")).Body.Items("entry").Select(entry => entry.At("resource")).OfType<JsonElement>().Single(task => task.Text("status") == "completed").Text("id");
        var enrolled = await hospital.Post("", Placed("enrolment-bundle", ("Task/plan-1", $"Task/{approved}")));
        Assert.True(enrolled.Status == 200, enrolled.Body.ToString());
        string[] made = [.. enrolled.Body.Items("entry").Select(entry => entry.Text("response", "location")!)];
        foreach (var (location, profile) in made.Zip(["treatment-subject", "treatment-consent", "enrolment"]))
            Conformance.To(profile, (await hospital.Get(location)).Body);

        var given = await hospital.Post("Procedure", Placed("treatment", ("CarePlan/case-1", made[2]), ("Patient/subj-1", made[0])));
        Assert.True(given.Status == 201, given.Body.ToString());
        Conformance.To("treatment", given.Body);

        var reported = await hospital.Post("AdverseEvent", Placed("adverse-event-report", ("Procedure/adm-1", $"Procedure/{given.Body.Text("id")}"), ("Patient/subj-1", made[0])));
        Assert.True(reported.Status == 201, reported.Body.ToString());
        Conformance.To("adverse-event-report", reported.Body);
    }

    [Fact]
    public async Task lots_shipments_and_documents_conform_as_they_are_read()
    {
        await using var host = await Demo();
        using var hospital = await HospitalClient.SignIn(host, "guide-hospital", "inst-hanbit");

        Conformance.OfEntries((await hospital.Get("BiologicallyDerivedProduct")).Body, ("BiologicallyDerivedProduct", "raw-cell-lot"));
        var shipments = (await hospital.Get("SupplyDelivery?part-of:missing=true")).Body;
        Conformance.OfEntries(shipments, ("SupplyDelivery", "shipment"));
        foreach (var shipment in shipments.Items("entry").Select(entry => entry.Text("resource", "id")))
            Conformance.OfEntries((await hospital.Get($"SupplyDelivery?part-of={shipment}")).Body, ("SupplyDelivery", "shipment-container"));
        Conformance.OfEntries((await hospital.Get("DocumentReference")).Body, ("DocumentReference", "case-document"));
        foreach (var plan in (await hospital.Get("Task?code=treatment-application")).Body.Items("entry").Select(entry => entry.Text("resource", "id")))
            Conformance.To("plan-cover", (await hospital.Get($"Composition/{plan}")).Body);
        Conformance.OfEntries((await hospital.Get("Observation?code=temperature")).Body, ("Observation", "transport-temperature"));
        Conformance.OfEntries((await hospital.Get("MeasureReport")).Body, ("MeasureReport", "sandbox-indicators"));
    }

    [Fact]
    public void the_messages_of_the_other_tests_conform()
    {
        var filing = JsonElement.Parse(Bundles.Plan());
        Conformance.To("application-bundle", filing);
        Conformance.OfEntries(filing, ("Task", "treatment-application"), ("Composition", "plan-cover"), ("QuestionnaireResponse", "plan-answers"), ("BiologicallyDerivedProduct", "treatment-product"), ("Practitioner", "investigator"));
        Conformance.To("supplement-answer-bundle", JsonElement.Parse(Bundles.Answer("plan-1.s-1")));
        var enrolment = JsonElement.Parse(HospitalMessages.Enrolment());
        Conformance.To("enrolment-bundle", enrolment);
        Conformance.OfEntries(enrolment, ("Patient", "treatment-subject"), ("Consent", "treatment-consent"), ("CarePlan", "enrolment"));
        Conformance.To("treatment", JsonElement.Parse(HospitalMessages.Administration("case-1")));
        Conformance.To("adverse-event-report", JsonElement.Parse(HospitalMessages.AdverseEvent("Procedure/adm-1")));
    }

    private static string Placed(string example, params (string Old, string New)[] places)
    {
        // The demo has treated HB-001 already.
        var text = Conformance.Example(example).Replace("HB-001", "HB-101", StringComparison.Ordinal).Replace("2026-07-06T09:00:00", $"{Today}T10:00:00", StringComparison.Ordinal).Replace("2026-07-06T09:50:00", $"{Today}T10:00:00", StringComparison.Ordinal);
        foreach (var day in new[] { "2026-07-02", "2026-07-03", "2026-07-06" })
            text = text.Replace(day, Today, StringComparison.Ordinal);
        return places.Aggregate(text, (all, place) => all.Replace(place.Old, place.New, StringComparison.Ordinal));
    }

    private async Task<RunningWeb> Demo()
    {
        var host = await RunningWeb.Start(postgres);
        Assert.True(await DemoStory.Tell(host.Services, host.Address, _ => { }, TestContext.Current.CancellationToken));
        return host;
    }
}
