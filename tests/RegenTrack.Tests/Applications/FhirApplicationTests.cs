using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Applications;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Applications;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Applications;

public sealed class FhirApplicationTests(PostgresFixture postgres)
{
    [Fact]
    public async Task a_plan_is_filed_read_supplemented_and_decided_through_fhir()
    {
        await using RunningWeb host = await RunningWeb.Start(postgres);
        var story = new Story(host.Services);
        await story.Prepare();
        using HospitalClient hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");

        (int status, JsonElement filed, _) = await hospital.Post("", Bundles.Plan());
        Assert.True(status == 200, filed.ToString());
        string id = filed.Items("entry").First().Text("response", "location")!.Split('/')[1];
        (_, JsonElement again, _) = await hospital.Post("", Bundles.Plan());
        Assert.Equal(filed.ToString(), again.ToString());

        JsonElement task = await Read(hospital, $"Task/{id}");
        Assert.Equal(("requested", "submitted"), (task.Text("status"), task.CodeIn(ApplicationCodes.Stage, "businessStatus")));

        await story.Accept(new ConfirmReceipt(new(id), "2026-0001"), Story.Secretariat);
        Assert.Equal("2026-11-24", (await Read(hospital, $"Task/{id}")).Text("restriction", "period", "end"));
        await story.Accept(new RequestSupplement(new(id), "s-1", 14, [new("1", "8", "이상반응 절차를 보완하십시오.")]), Story.Secretariat);

        JsonElement open = (await Read(hospital, "Task?code=supplement-request&status=requested")).Items("entry").Single().At("resource")!.Value;
        Assert.Equal(($"{id}.s-1", "2026-06-15"), (open.Text("id"), open.Text("restriction", "period", "end")));
        (status, JsonElement wrong, _) = await hospital.Post("", Bundles.Answer($"{id}.s-1", "9"));
        Assert.Equal(422, status);
        Assert.Contains("Bundle.entry[1].resource.item.where(linkId='9')", Expressions(wrong));
        (status, JsonElement answered, _) = await hospital.Post("", Bundles.Answer($"{id}.s-1"));
        Assert.True(status == 200, answered.ToString());
        Assert.Equal("completed", (await Read(hospital, $"Task?part-of=Task/{id}")).Items("entry").Single().Text("resource", "status"));
        Assert.Contains("이상반응 절차를 보완하였습니다.", (await Read(hospital, $"QuestionnaireResponse/{id}")).ToString());

        await story.Accept(new StartExpertReview(new(id), new("exp1")), Story.Secretariat);
        await story.Accept(new AssessComparability(new(id), [.. ComparabilityDimension.All.Select(dimension => new ComparabilityRow(dimension.Key, ComparabilityVerdict.Same, "동일"))], Sameness.Accepted), Story.Expert);
        await story.Accept(new CompleteExpertReview(new(id), "동일함"), Story.Expert);
        await story.Accept(Story.Decision(new(id), new(2026, 6, 1)), Story.Committee);
        JsonElement decided = await Read(hospital, $"Task/{id}");
        Assert.Equal("completed", decided.Text("status"));
        JsonElement decision = decided.Items("output").Single(output => output.CodeIn(ApplicationCodes.Output, "type") == "decision");
        Assert.Equal("suitable", decision.CodeIn(ApplicationCodes.Decision, "valueCodeableConcept"));
        Assert.Equal("2029-06-30", decided.Items("output").Single(output => output.CodeIn(ApplicationCodes.Output, "type") == "validity").Text("valuePeriod", "end"));
    }

    [Fact]
    public async Task people_go_to_the_vault_and_never_into_events()
    {
        await using RunningWeb host = await RunningWeb.Start(postgres);
        var story = new Story(host.Services);
        await story.Prepare();
        using HospitalClient hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        (_, JsonElement filed, _) = await hospital.Post("", Bundles.Plan());
        string id = filed.Items("entry").First().Text("response", "location")!.Split('/')[1];

        var detail = (await host.Services.GetRequiredService<MediatR.IMediator>().Send(new App.Applications.GetCase(Story.Secretariat, id), TestContext.Current.CancellationToken))!;
        string events = JsonSerializer.Serialize(detail.History.Select(stored => stored.Data), Plain);
        Assert.Contains("회전근개", events);
        Assert.DoesNotContain("김가상", events);
        Assert.DoesNotContain("박가상", events);
        var vault = host.Services.GetRequiredService<IdentityVault>();
        Assert.Contains("김가상", (await vault.Get(detail.Application.Plan!.Investigator, TestContext.Current.CancellationToken))!.Value.ToString());
        Assert.Contains("박가상", (await vault.Get(detail.Application.Plan.Answer("5")!.Text, TestContext.Current.CancellationToken))!.Value.ToString());
        Assert.Equal("동의서(가상).txt", Assert.Single(detail.Application.Plan.Answer("6")!.Documents).Title);
    }

    [Fact]
    public async Task what_is_missing_is_told_item_by_item_with_its_place()
    {
        await using RunningWeb host = await RunningWeb.Start(postgres);
        var story = new Story(host.Services);
        await story.Prepare();
        using HospitalClient hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");

        (int status, JsonElement outcome, _) = await hospital.Post("", Bundles.Plan(without: ["6", "12"]));
        Assert.Equal(422, status);
        Assert.Equal(["Bundle.entry[2].resource.item.where(linkId='12')", "Bundle.entry[2].resource.item.where(linkId='6')"], Expressions(outcome).Order());
        Assert.Contains("D11-3", outcome.ToString());

        (status, outcome, _) = await hospital.Post("", Bundles.Plan(exemption: "grant-none"));
        Assert.Equal(422, status);
        Assert.Contains("trial-without-exemption", outcome.ToString());
        Assert.Empty((await Read(hospital, "Task")).Items("entry"));
    }

    [Fact]
    public async Task another_hospital_neither_files_for_it_nor_sees_it()
    {
        await using RunningWeb host = await RunningWeb.Start(postgres);
        var story = new Story(host.Services);
        await story.Prepare();
        await story.Submit("plan-1");
        using HospitalClient other = await HospitalClient.SignIn(host, "demo-hospital-2", "inst-saebyeok");

        Assert.Equal(404, (await other.Get("Task/plan-1")).Status);
        Assert.Equal(404, (await other.Get("QuestionnaireResponse/plan-1")).Status);
        (int status, JsonElement outcome, _) = await other.Post("", Bundles.Plan());
        Assert.Equal(422, status);
        Assert.Contains("institution-not-yours", outcome.ToString());
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<JsonElement> Read(HospitalClient hospital, string address)
    {
        FhirAnswer answer = await hospital.Get(address);
        Assert.True(answer.Status == 200, answer.Body.ToString());
        return answer.Body;
    }

    private static IEnumerable<string> Expressions(JsonElement outcome) =>
        outcome.Items("issue").SelectMany(issue => issue.Items("expression")).Select(expression => expression.GetString()!);
}
