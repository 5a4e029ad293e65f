using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Fhir.Scopes;

/// <summary>What the scopes are asked about is what is done.</summary>
public sealed class JudgedAsDoneTests(PostgresFixture postgres)
{
    private const string Device = """{"resourceType":"Device","id":"{id}","lotNumber":"2"}""";
    private const string Patch = """{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"delete"},{"name":"path","valueString":"Device.lotNumber"}]}]}""";

    [Theory]
    [InlineData("DELETE", "Device/{id}/$validate", null, "entry-url")]
    [InlineData("DELETE", "Device/$validate/{id}", null, "entry-url")]
    [InlineData("DELETE", "Device//{id}", null, "entry-url")]
    [InlineData("DELETE", "Device/{id}/_history", null, "entry-url")]
    [InlineData("DELETE", "Device", null, "entry-url")]
    [InlineData("DELETE", "Device/{id}", Device, "resource-type-mismatch")]
    [InlineData("PUT", "Device/{id}/$validate", Device, "entry-url")]
    [InlineData("PUT", "Device/another", Device, "id-mismatch")]
    [InlineData("PUT", "Location/{id}", Device, "resource-type-mismatch")]
    [InlineData("PATCH", "Device/{id}/$validate", Patch, "entry-url")]
    [InlineData("PATCH", "Location/{id}", Device, "resource-type-mismatch")]
    [InlineData("POST", "Device/$validate", Device, "entry-url")]
    [InlineData("POST", "Device/{id}", Device, "entry-url")]
    [InlineData("POST", "Device?lot=1", Device, "entry-url")]
    [InlineData("GET", "Device/{id}", null, "entry-method")]
    public async Task an_entry_that_says_something_else_than_it_does_is_refused(string method, string url, string? resource, string code)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var id = (await hospital.Post("Device", """{"resourceType":"Device","lotNumber":"1"}""")).Body.Text("id")!;
        var sent = resource is null ? "" : $"\"resource\":{resource},";
        var answer = await hospital.Post("", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{ {{sent}}"request":{"method":"{{method}}","url":"{{url}}"} }]}""".Replace("{id}", id, StringComparison.Ordinal));
        Assert.Equal((400, code), (answer.Status, answer.Issues.First().Split(' ')[0]));
        Assert.Equal("1", (await hospital.Get($"Device/{id}")).Body.Text("lotNumber"));
    }

    [Theory]
    [InlineData("\"GET\"", "")]
    [InlineData("\"DELETE\"", "/x")]
    [InlineData("\"PUT\"", "/x")]
    [InlineData("\"POST\"", "/$validate")]
    public async Task nobody_enrols_a_subject_but_by_creating(string method, string more)
    {
        await using var host = await RunningWeb.Start(postgres);
        await new TreatmentStory(new TestApp((Microsoft.Extensions.DependencyInjection.ServiceProvider)host.Services, host.Time)).Prepare();
        using (await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit"))
        {
            using var narrow = await HospitalClient.With(host, "demo-hospital", "system/*.ruds");
            var enrolment = HospitalMessages.Enrolment().Replace("\"POST\"", method, StringComparison.Ordinal);
            foreach (var type in new[] { "Patient", "Consent", "CarePlan" })
                enrolment = enrolment.Replace($"\"url\":\"{type}\"", $"\"url\":\"{type}{more}\"", StringComparison.Ordinal);
            Assert.InRange((await narrow.Post("", enrolment)).Status, 400, 422);
            Assert.Empty((await narrow.Get("Patient")).Body.Items("entry"));
        }
    }

    [Theory]
    [InlineData("GET", "Task/_HISTORY")]
    [InlineData("GET", "Task/_History?_count=1")]
    [InlineData("GET", "Task/_SEARCH")]
    [InlineData("POST", "Task/_Search")]
    [InlineData("POST", "Task/$SUBMIT")]
    [InlineData("POST", "task/$submit")]
    [InlineData("GET", "Task/x/_HISTORY")]
    [InlineData("GET", "Task/x/_HISTORY/1")]
    [InlineData("GET", "patient/x/$everything")]
    [InlineData("GET", "Patient/x/$Everything")]
    [InlineData("GET", "subscription/$status")]
    [InlineData("GET", "group/x/$export")]
    [InlineData("GET", "$EXPORT")]
    [InlineData("GET", "METADATA")]
    [InlineData("POST", "Task/$unheard-of")]
    public async Task an_address_is_taken_as_it_is_spelt(string method, string path)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var _ = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        foreach (var scopes in new[] { "system/*.cruds", "system/Task.r" })
        {
            using var client = await HospitalClient.With(host, "demo-hospital", scopes);
            var alone = await client.Send(new HttpMethod(method), path, method == "GET" ? null : """{"resourceType":"Task","status":"requested","intent":"order"}""");
            Assert.Equal((scopes, 404), (scopes, alone.Status));
            Assert.Contains(alone.Issues.Single().Split(' ')[0], (string[])["unknown-operation", "unknown-resource-type"]);
        }
    }

    [Fact]
    public async Task an_entry_of_a_batch_is_taken_as_it_is_spelt_too()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var batch = await hospital.Post("", """
            {"resourceType":"Bundle","type":"batch","entry":[
              {"request":{"method":"GET","url":"Task/_HISTORY"}},{"request":{"method":"GET","url":"Patient/x/$EVERYTHING"}},{"request":{"method":"GET","url":"Task/_history"}},
              {"request":{"method":"GET","url":"Provenance?agent=%00"}}]}
            """);
        Assert.Equal(["404", "404", "200", "400"], batch.Body.Items("entry").Select(entry => entry.Text("response", "status")));
    }

    [Theory]
    [InlineData("Provenance?agent=%00")]
    [InlineData("Provenance?target=T%00/x")]
    [InlineData("Device?lot=%00")]
    [InlineData("Location?name=a%00b")]
    public async Task a_character_that_no_text_can_hold_is_the_senders_fault(string path)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        Assert.Equal((400, "query-parameter-value"), ((await hospital.Get(path)).Status, (await hospital.Get(path)).Issues.Single().Split(' ')[0]));
        Assert.Equal(400, (await hospital.Send(HttpMethod.Post, "Location", """{"resourceType":"Location"}""", ("If-None-Exist", "name=a%00b"))).Status);
    }

    [Fact]
    public async Task a_form_that_cannot_be_read_is_the_senders_fault()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        using var anonymous = host.Client();
        var tooMany = string.Join('&', Enumerable.Range(0, 1100).Select(index => $"f{index}=1"));
        foreach (var (body, type, status) in new[] { (tooMany, "application/x-www-form-urlencoded", 400), ("name=a%00b", "application/x-www-form-urlencoded", 400), ("--broken", "multipart/form-data; boundary=x", 415) })
        {
            foreach (var (path, expected) in new[] { ("/fhir/Location/_search", status), ("/oauth2/token", 400) })
            {
                using var content = new StringContent(body);
                content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, path)) { Content = content };
                using var answer = path.StartsWith("/fhir", StringComparison.Ordinal) ? await hospital.Send(request) : await anonymous.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal((path, type, expected), (path, type, (int)answer.StatusCode));
            }
        }
    }
}
