using System.Text.Json.Nodes;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Notices;

/// <summary>The running program with the story's trial, and a hospital with an endpoint that asks for notices.</summary>
internal sealed class Ward(RunningWeb host, Story story, HospitalClient hospital, Listener listener) : IAsyncDisposable
{
    public const string Stage = "https://regentrack.example/fhir/SubscriptionTopic/application-stage";
    public const string Supplement = "https://regentrack.example/fhir/SubscriptionTopic/supplement-request";
    private int _plans;

    public RunningWeb Host => host;

    public Story Story => story;

    public HospitalClient Hospital => hospital;

    public Listener Listener => listener;

    public static async Task<Ward> Open(PostgresFixture postgres, params (string Key, string Value)[] settings)
    {
        var host = await RunningWeb.Start(postgres, settings: [("Notices:Anywhere", "true"), ("Notices:PollingMilliseconds", "50"), .. settings]);
        var story = new Story(host.Services);
        await story.Prepare();
        return new Ward(host, story, await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit"), await Listener.Start());
    }

    public static string Body(string endpoint, string topic = Stage, string content = "id-only", string? filter = null, string? header = null, string extensions = "", string id = "", string status = "requested", string end = "2026-12-31T00:00:00Z")
    {
        var body = JsonNode.Parse($$$"""
            {"resourceType":"Subscription","status":"{{{status}}}","reason":"통지","end":"{{{end}}}","criteria":"{{{topic}}}",
             "channel":{"extension":[{{{extensions}}}],"type":"rest-hook","endpoint":"{{{endpoint}}}","payload":"application/fhir+json",
              "_payload":{"extension":[{"url":"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content","valueCode":"{{{content}}}"}]}
             }}
            """)!;
        if (extensions.Length == 0)
            body["channel"]!.AsObject().Remove("extension");
        if (filter is not null)
            body["_criteria"] = new JsonObject { ["extension"] = new JsonArray(new JsonObject { ["url"] = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria", ["valueString"] = filter }) };
        if (header is not null)
            body["channel"]!["header"] = new JsonArray(header);
        if (id.Length > 0)
            body["id"] = id;
        return body.ToJsonString();
    }

    public static string Extension(string name, int value) =>
        new JsonObject { ["url"] = $"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-{name}", [name == "max-count" ? "valuePositiveInt" : "valueUnsignedInt"] = value }.ToJsonString();

    /// <summary>A subscription whose endpoint has answered; its id.</summary>
    public async Task<string> Subscribe(string topic = Stage, string content = "id-only", string? filter = null, string? header = null, string extensions = "")
    {
        var made = await hospital.Post("Subscription", Body(listener.Address, topic, content, filter, header, extensions), $"subscribe-{Guid.NewGuid():n}");
        Assert.True(made.Status == 201, made.Body.ToString());
        var id = made.Body.Text("id")!;
        await Until(id, "active");
        return id;
    }

    /// <summary>Waits until a subscription has a status.</summary>
    public async Task Until(string id, string status)
    {
        var since = Environment.TickCount64;
        string? now;
        while ((now = (await hospital.Get($"Subscription/{id}")).Body.Text("status")) != status)
        {
            Assert.True(Environment.TickCount64 - since < 20_000, $"The subscription is {now}, not {status}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A plan that was filed and received: one change of stage.</summary>
    public async Task<string> Received()
    {
        var plan = await story.Submit($"plan-{++_plans}");
        await story.Accept(new ConfirmReceipt(plan, $"2026-{_plans}"), Story.Secretariat);
        return plan.Value;
    }

    public async Task AskSupplement(string plan) =>
        await story.Accept(new RequestSupplement(new PlanId(plan), "s-1", 14, [new("1", "8", "이상반응 절차를 보완하십시오.")]), Story.Secretariat);

    public async ValueTask DisposeAsync()
    {
        hospital.Dispose();
        await host.DisposeAsync();
        await listener.DisposeAsync();
    }
}
