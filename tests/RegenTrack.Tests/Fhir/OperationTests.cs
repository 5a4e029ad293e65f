using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Guide;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Fhir;

public sealed class OperationTests(PostgresFixture postgres)
{
    [Fact]
    public async Task everything_of_a_patient_and_the_trace_of_lot_and_event_show_what_hangs_together()
    {
        await using var host = await RunningWeb.Start(postgres);
        await new TreatmentStory(new TestApp((ServiceProvider)host.Services, host.Time)).Prepare();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(host, "other-hospital", "inst-saebyeok");
        string[] made = [.. (await hospital.Post("", HospitalMessages.Enrolment())).Body.Items("entry").Select(entry => entry.Text("response", "location")!)];
        var procedure = $"Procedure/{(await hospital.Post("Procedure", HospitalMessages.Administration(made[2].Split('/')[1]))).Body.Text("id")}";
        var reported = $"AdverseEvent/{(await hospital.Post("AdverseEvent", HospitalMessages.AdverseEvent(procedure))).Body.Text("id")}";

        Assert.Equal(made.Append(procedure).Append(reported).Order(), await Found(hospital, $"{made[0]}/$everything"));
        var traced = await Found(hospital, "BiologicallyDerivedProduct/lot-a/$trace");
        Assert.Superset(new HashSet<string>(["BiologicallyDerivedProduct/lot-a", procedure, reported]), traced.ToHashSet());
        Assert.Contains(traced, address => address.StartsWith("SupplyDelivery/", StringComparison.Ordinal));
        Assert.Equal(traced, await Found(hospital, $"{reported}/$trace"));

        foreach (var asked in new[] { $"{made[0]}/$everything", "BiologicallyDerivedProduct/lot-a/$trace", $"{reported}/$trace" })
            Assert.Equal(404, (await other.Get(asked)).Status);
        Assert.Equal(405, (await hospital.Get($"{procedure}/$trace")).Status);
    }

    [Fact]
    public async Task what_a_token_may_not_see_is_no_centre_and_leads_nowhere()
    {
        await using var host = await RunningWeb.Start(postgres);
        await new TreatmentStory(new TestApp((ServiceProvider)host.Services, host.Time)).Prepare();
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        string[] made = [.. (await hospital.Post("", HospitalMessages.Enrolment())).Body.Items("entry").Select(entry => entry.Text("response", "location")!)];
        var procedure = $"Procedure/{(await hospital.Post("Procedure", HospitalMessages.Administration(made[2].Split('/')[1]))).Body.Text("id")}";
        var reported = $"AdverseEvent/{(await hospital.Post("AdverseEvent", HospitalMessages.AdverseEvent(procedure))).Body.Text("id")}";

        // Reading and finding may be restricted apart.
        foreach (var scopes in (string[])["system/*.rs?_tag=none", "system/*.s system/*.r?_tag=none", "system/AdverseEvent.rs?_tag=none system/Patient.rs?_tag=none system/BiologicallyDerivedProduct.rs?_tag=none system/SupplyDelivery.rs"])
        {
            using var narrow = await HospitalClient.With(host, "demo-hospital", scopes);
            foreach (var (there, absent) in new[] { ($"{made[0]}/$everything", "Patient/nobody/$everything"), ("BiologicallyDerivedProduct/lot-a/$trace", "BiologicallyDerivedProduct/nobody/$trace"), ($"{reported}/$trace", "AdverseEvent/nobody/$trace") })
            {
                var (hidden, none) = (await narrow.Get(there), await narrow.Get(absent));
                Assert.Equal((scopes, there, 404, none.Body.GetRawText()), (scopes, there, hidden.Status, hidden.Body.GetRawText()));
            }
        }

        using var without = await HospitalClient.With(host, "demo-hospital", "system/AdverseEvent.rs system/BiologicallyDerivedProduct.rs?_tag=none");
        Assert.Equal([reported], await Found(without, $"{reported}/$trace"));

        // The centre is what may be read; what hangs on it is what may be found.
        foreach (var (scopes, around) in new[] { ("system/*.r", ""), ("system/*.r system/*.s?_tag=none", ""), ("system/*.r system/Procedure.s", procedure), ("system/*.r system/Procedure.s?_tag=none system/Consent.s", made[1]) })
        {
            using var narrow = await HospitalClient.With(host, "demo-hospital", scopes);
            Assert.Equal(new[] { made[0], around }.Where(one => one.Length > 0).Order(), await Found(narrow, $"{made[0]}/$everything"));
            Assert.Equal(new[] { "BiologicallyDerivedProduct/lot-a", around == procedure ? around : "" }.Where(one => one.Length > 0).Order(), await Found(narrow, "BiologicallyDerivedProduct/lot-a/$trace"));
            Assert.Contains(reported, await Found(narrow, $"{reported}/$trace"));
        }
    }

    [Fact]
    public async Task validation_says_what_is_wrong_and_stores_nothing()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        const string Profile = "https://regentrack.example/fhir/StructureDefinition/treatment";
        var good = Conformance.Example("treatment");
        Assert.Equal("valid", Code(await hospital.Post($"Procedure/$validate?profile={Profile}", good)));
        Assert.Equal("valid", Code(await hospital.Post("Procedure/$validate", $$"""{"resourceType":"Parameters","parameter":[{"name":"profile","valueUri":"{{Profile}}"},{"name":"resource","resource":{{good}}}]}""")));
        var bad = await hospital.Post($"Procedure/$validate?profile={Profile}", """{"resourceType":"Procedure","status":"completed","subject":{"reference":"Patient/1"}}""");
        Assert.Equal(200, bad.Status);
        Assert.Contains(bad.Body.Items("issue"), issue => issue.Text("severity") == "error");
        var broken = await hospital.Post("Procedure/$validate", """{"resourceType":"Procedure","status":7}""");
        Assert.Equal((200, "error"), (broken.Status, broken.Body.Items("issue").First().Text("severity")));
        Assert.Equal(400, (await hospital.Post("Procedure/$validate", """{"resourceType":"Basic","code":{"text":"a"}}""")).Status);
        Assert.Empty((await hospital.Get("Procedure")).Body.Items("entry"));
    }

    private static string Code(FhirAnswer answer) => answer.Body.Items("issue").Single().Items("details", "coding").Single().Text("code")!;

    private static async Task<List<string>> Found(HospitalClient client, string path)
    {
        var answer = await client.Get(path);
        Assert.True(answer.Status == 200, answer.Body.ToString());
        return [.. answer.Body.Items("entry").Select(entry => $"{entry.Text("resource", "resourceType")}/{entry.Text("resource", "id")}").Order()];
    }
}
