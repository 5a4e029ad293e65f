using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Notices;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Guide;

namespace RegenTrack.Tests.Notices;

public sealed class SubscriptionRefusalTests(PostgresFixture postgres)
{
    private const string Https = "https://hospital.example/notices";

    [Fact]
    public async Task what_would_not_be_honoured_is_refused_with_its_place()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        async Task Refused(string expected, string body)
        {
            var answer = await hospital.Post("Subscription", body);
            Assert.Equal((422, expected), (answer.Status, Assert.Single(answer.Issues)));
        }

        await Refused("subscription-topic-unknown @ Subscription.criteria", Ward.Body(Https, "Task?status=requested"));
        await Refused("subscription-status @ Subscription.status", Ward.Body(Https, status: "active"));
        await Refused("subscription-end-passed @ Subscription.end", Ward.Body(Https, end: "2026-01-01T00:00:00Z"));
        await Refused("subscription-content @ Subscription.channel.payload.extension", Ward.Body(Https, content: "everything"));
        await Refused("unknown-query-parameter @ Subscription.criteria.extension[0]", Ward.Body(Https, filter: "Task?colour=red"));
        await Refused("subscription-filter-type @ Subscription.criteria.extension[0]", Ward.Body(Https, filter: "Patient?_id=1"));
        await Refused("subscription-filter @ Subscription.criteria.extension[0]", Ward.Body(Https, filter: "Task?_count=5"));
        await Refused("subscription-header @ Subscription.channel.header[0]", Ward.Body(Https, header: "Host: inner.example"));
        await Refused("subscription-timeout @ Subscription.channel.extension", Ward.Body(Https, extensions: Ward.Extension("timeout", 900)));
        await Refused("subscription-element @ Subscription.contact", Ward.Body(Https).Replace("\"reason\":", "\"contact\":[{\"system\":\"phone\",\"value\":\"02-000-0000\"}],\"reason\":", StringComparison.Ordinal));
        await Refused("subscription-channel @ Subscription.channel.type", Ward.Body(Https).Replace("rest-hook", "email", StringComparison.Ordinal));
        Assert.Empty((await hospital.Get("Subscription")).Body.Items("entry"));
    }

    [Theory]
    [InlineData("http://hospital.example/notices")]
    [InlineData("https://127.0.0.1/notices")]
    [InlineData("https://[::1]/notices")]
    [InlineData("https://10.1.2.3/notices")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://2130706433/notices")]
    [InlineData("https://가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.가나다라마바사.example/notices")]
    [InlineData("https://user:word@hospital.example/notices")]
    public async Task an_endpoint_in_a_private_network_or_in_the_clear_is_refused(string endpoint)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var answer = await hospital.Post("Subscription", Ward.Body(endpoint));
        Assert.Equal((422, "subscription-endpoint @ Subscription.channel.endpoint"), (answer.Status, Assert.Single(answer.Issues)));
    }

    [Fact]
    public async Task a_name_that_leads_into_this_machine_is_not_called()
    {
        await using var host = await RunningWeb.Start(postgres, settings: [("Notices:Attempts", "1"), ("Notices:PollingMilliseconds", "50")]);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = (await hospital.Post("Subscription", Ward.Body("https://localhost/notices"))).Body.Text("id");
        var since = Environment.TickCount64;
        string? error;
        while ((error = (await hospital.Get($"Subscription/{id}")).Body.Text("error")) is null)
            Assert.True(Environment.TickCount64 - since < 20_000, "The endpoint was not given up.");
        Assert.StartsWith("address-refused", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_subscription_is_read_searched_and_patched_like_any_resource_and_the_guides_example_is_taken()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var made = await hospital.Post("Subscription", Conformance.Example("notice-subscription"));
        Assert.True(made.Status == 201, made.Body.ToString());
        Conformance.To("notice-subscription", made.Body);
        var id = made.Body.Text("id")!;
        Assert.Equal("id-only", made.Body.At("channel", "_payload")!.Value.Items("extension").Single().Text("valueCode"));
        foreach (var query in new[] { "status=requested,error", "url=https://hospital.example/fhir-notices", "type=rest-hook", "criteria=https://regentrack.example/fhir/SubscriptionTopic/supplement" })
            Assert.Equal(id, Assert.Single((await hospital.Get($"Subscription?{query}")).Body.Items("entry")).Text("resource", "id"));
        var off = await hospital.Patch($"Subscription/{id}", "application/json-patch+json", """[{"op":"replace","path":"/status","value":"off"}]""");
        Assert.Equal((200, "off"), (off.Status, off.Body.Text("status")));
        Assert.Equal(412, (await hospital.Send(HttpMethod.Put, $"Subscription/{id}", Ward.Body(Https, id: id), ("If-Match", "W/\"1\""))).Status);

        using var narrow = await HospitalClient.With(host, "demo-hospital", "system/Subscription.cruds");
        Assert.Equal(403, (await narrow.Post("Subscription", Ward.Body(Https))).Status);
    }

    [Fact]
    public async Task the_topics_of_the_program_are_those_of_the_guide_and_are_announced()
    {
        const string Url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.url";
        var guide = GuideResources.All.Where(resource => resource.Text("resourceType") == "Basic").Select(resource => resource.ExtensionText(Url)).OfType<string>().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(guide, NoticeTopic.All.Select(topic => topic.Url).Order(StringComparer.Ordinal));
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var served = (await hospital.Get("metadata")).Body.Items("rest").Single().Items("resource").Single(resource => resource.Text("type") == "Subscription");
        Assert.Equal(guide, served.Items("extension").Select(extension => extension.Text("valueCanonical")!).Order(StringComparer.Ordinal));
        Assert.Equal(["events", "status", "validate"], served.Items("operation").Select(operation => operation.Text("name")!).Order(StringComparer.Ordinal));
    }
}
