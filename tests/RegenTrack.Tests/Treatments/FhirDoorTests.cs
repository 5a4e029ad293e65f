using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Vault;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Safety;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Treatments;

public sealed class FhirDoorTests(PostgresFixture postgres)
{
    [Fact]
    public async Task a_hospital_enrols_treats_and_reports_and_reads_it_back()
    {
        await using var host = await Prepared();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");

        var enrolled = await hospital.Post("", HospitalMessages.Enrolment());
        Assert.Equal(200, enrolled.Status);
        string[] made = [.. enrolled.Body.Items("entry").Select(entry => entry.Text("response", "location")!.Split("/_history")[0])];
        Assert.Equal(["Patient", "Consent", "CarePlan"], made.Select(location => location.Split('/')[0]));
        foreach (var location in made)
            Assert.Equal(200, (await hospital.Get(location)).Status);
        var kept = await host.Services.GetRequiredService<IdentityVault>().Get(made[0].Split('/')[1], TestContext.Current.CancellationToken);
        Assert.Equal("HB-001", kept?.IdentifierIn("https://regentrack.example/fhir/NamingSystem/subject-number"));
        Assert.DoesNotContain("HB-001", (await hospital.Get(made[0])).Body.GetRawText(), StringComparison.Ordinal);

        var given = await hospital.Post("Procedure", HospitalMessages.Administration(made[2].Split('/')[1]));
        Assert.Equal(201, given.Status);
        Assert.Equal(made[2], given.Body.Items("basedOn").Single().Text("reference"));
        var procedure = $"Procedure/{given.Body.Text("id")}";
        Assert.Equal(200, (await hospital.Get(procedure)).Status);

        var reported = await hospital.Post("AdverseEvent", HospitalMessages.AdverseEvent(procedure));
        Assert.Equal(201, reported.Status);
        Assert.Equal("BiologicallyDerivedProduct/lot-a", reported.Body.ExtensionAt(SafetyNames.SuspectProduct)?.Text("valueReference", "reference"));

        // The same request again is the same event.
        Assert.Equal(reported.Location, (await hospital.Post("AdverseEvent", HospitalMessages.AdverseEvent(procedure))).Location);
    }

    [Fact]
    public async Task a_follow_up_and_a_closure_are_updates()
    {
        await using var host = await Prepared();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var plan = await Enrol(hospital);
        var given = await hospital.Post("Procedure", HospitalMessages.Administration(plan));
        var procedure = $"Procedure/{given.Body.Text("id")}";
        var id = (await hospital.Post("AdverseEvent", HospitalMessages.AdverseEvent(procedure))).Body.Text("id")!;
        string Update(string outcome, string extra) => HospitalMessages.AdverseEvent(procedure, outcome: outcome, extra: extra, id: id);

        var early = await hospital.Put($"AdverseEvent/{id}", Update("recovering", Extension("closure-reason", "valueString", "회복")));
        Assert.Equal((422, "outcome-not-final"), (early.Status, early.Issues.Single().Split(' ')[0]));
        var note = Extension("follow-up-note", "valueString", "퇴원") + Extension("irb-informed-on", "valueDate", "2026-07-06");
        var followed = await hospital.Put($"AdverseEvent/{id}", Update("resolved", note));
        Assert.Equal("resolved", followed.Body.CodeIn(SafetyNames.OutcomeCodes, "outcome"));
        Assert.Equal(200, (await hospital.Put($"AdverseEvent/{id}", Update("resolved", Extension("closure-reason", "valueString", "회복")))).Status);
        var after = await hospital.Put($"AdverseEvent/{id}", Update("ongoing", Extension("follow-up-note", "valueString", "재입원")));
        Assert.StartsWith("adverse-event-closed", after.Issues.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task consent_is_withdrawn_by_putting_it_inactive()
    {
        await using var host = await Prepared();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var plan = await Enrol(hospital);
        Assert.Equal("inactive", (await hospital.Put($"Consent/{plan}", HospitalMessages.Withdrawal(plan))).Body.Text("status"));
        var given = await hospital.Post("Procedure", HospitalMessages.Administration(plan));
        Assert.Equal(["consent-withdrawn @ Procedure.basedOn"], given.Issues);
    }

    [Fact]
    public async Task what_is_wrong_is_told_with_its_place_and_nothing_is_written()
    {
        await using var host = await Prepared();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        Assert.Equal(["consent-item-missing @ Bundle.entry[1].resource"], (await hospital.Post("", HospitalMessages.Enrolment(items: ""))).Issues);
        Assert.Equal(["consent-not-active @ Bundle.entry[1].resource.status"], (await hospital.Post("", HospitalMessages.Enrolment(consent: "proposed"))).Issues);
        Assert.Equal(["plan-unknown @ Bundle.entry[2].resource.supportingInfo"], (await hospital.Post("", HospitalMessages.Enrolment(plan: "none"))).Issues);
        Assert.Equal(["resident-registration-number"], (await hospital.Post("", HospitalMessages.Enrolment("610402-2123456"))).Issues.Select(issue => issue.Split(' ')[0]));

        var plan = await Enrol(hospital);
        Assert.StartsWith("lot-unknown", (await hospital.Post("Procedure", HospitalMessages.Administration(plan, "lot-none"))).Issues.Single(), StringComparison.Ordinal);
        Assert.Equal(["required @ Procedure.performed"], (await hospital.Post("Procedure", HospitalMessages.Administration(plan, at: "2026-07-06"))).Issues);
        Assert.Equal(["observed-in-the-future @ Procedure.performed"], (await hospital.Post("Procedure", HospitalMessages.Administration(plan, at: "2026-07-07T09:00:00+09:00"))).Issues);
        Assert.Equal(["required @ AdverseEvent.suspectEntity.instance"], (await hospital.Post("AdverseEvent", HospitalMessages.AdverseEvent("Procedure/none"))).Issues);
    }

    [Fact]
    public async Task a_late_report_needs_its_reason()
    {
        await using var host = await Prepared();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var plan = await Enrol(hospital);
        var given = await hospital.Post("Procedure", HospitalMessages.Administration(plan));
        var procedure = $"Procedure/{given.Body.Text("id")}";
        Clock(host).Advance(TimeSpan.FromHours(25));
        using var later = await HospitalClient.SignIn(host, "demo-hospital-late", "inst-hanbit");
        var late = await later.Post("AdverseEvent", HospitalMessages.AdverseEvent(procedure));
        Assert.StartsWith("late-without-reason", late.Issues.Single(), StringComparison.Ordinal);
        Assert.Equal(201, (await later.Post("AdverseEvent", HospitalMessages.AdverseEvent(procedure, extra: Extension("late-reason", "valueString", "주말 인계 누락")))).Status);
    }

    [Fact]
    public async Task another_hospital_finds_nothing()
    {
        await using var host = await Prepared();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "demo-hospital-2", "inst-saebyeok");
        var plan = await Enrol(hospital);
        var given = await hospital.Post("Procedure", HospitalMessages.Administration(plan));
        var reported = await hospital.Post("AdverseEvent", HospitalMessages.AdverseEvent($"Procedure/{given.Body.Text("id")}"));
        foreach (var address in new[] { $"CarePlan/{plan}", $"Consent/{plan}", $"Procedure/{given.Body.Text("id")}", $"AdverseEvent/{reported.Body.Text("id")}", "CarePlan/none" })
            Assert.Equal(404, (await other.Get(address)).Status);

        var (theirs, none) = (await other.Post("Procedure", HospitalMessages.Administration(plan)), await other.Post("Procedure", HospitalMessages.Administration("case-none")));
        Assert.Equal((422, "case-unknown @ Procedure.basedOn"), (theirs.Status, theirs.Issues.Single()));
        Assert.Equal(none.Body.ToString(), theirs.Body.ToString());
        foreach (var (type, id) in new[] { ("Consent", plan), ("Consent", "none"), ("AdverseEvent", reported.Body.Text("id")!), ("AdverseEvent", "none") })
            Assert.Equal(404, (await other.Put($"{type}/{id}", type == "Consent" ? HospitalMessages.Withdrawal(id) : HospitalMessages.AdverseEvent("Procedure/none", id: id))).Status);
    }

    private static string Extension(string name, string property, string value) =>
        "," + $$$$"""{"url":"https://regentrack.example/fhir/StructureDefinition/{{{{name}}}}","{{{{property}}}}":"{{{{value}}}}"}""";

    private static async Task<string> Enrol(HospitalClient hospital) =>
        (await hospital.Post("", HospitalMessages.Enrolment())).Body.Items("entry").Last().Text("response", "location")!.Split('/')[1];

    private static TestTime Clock(RunningWeb host) => (TestTime)host.Services.GetRequiredService<TimeProvider>();

    private async Task<RunningWeb> Prepared()
    {
        var time = new TestTime(TestTime.Start);
        var host = await RunningWeb.Start(postgres, time);
        await new TreatmentStory(new TestApp((ServiceProvider)host.Services, time)).Prepare();
        return host;
    }
}
