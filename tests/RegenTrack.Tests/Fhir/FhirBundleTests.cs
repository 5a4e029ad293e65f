using System.Net;
using RegenTrack.Fhir.Json;
using static RegenTrack.Tests.Fhir.FhirServerHost;

namespace RegenTrack.Tests.Fhir;

public class FhirBundleTests(FhirServerHost server) : IClassFixture<FhirServerHost>
{
    private const string PatientUrl = "urn:uuid:11111111-1111-4111-8111-111111111111";
    private const string Patient = $$$"""{"fullUrl":"{{{PatientUrl}}}","resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Patient"}}""";

    private static string Note(string subject, string request = """{"method":"POST","url":"Basic"}""", string code = "kept") =>
        $$$"""{"resource":{"resourceType":"Basic","code":{"coding":[{"system":"urn:note","code":"{{{code}}}"}]},"subject":{"reference":"{{{subject}}}"}},"request":{{{request}}}}""";

    private static string Bundle(string type, params string[] entries) => $$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{{string.Join(',', entries)}}]}""";

    [Fact]
    public async Task a_transaction_goes_to_the_door_that_knows_it_with_its_references_resolved()
    {
        var (http, body) = await server.Send(HttpMethod.Post, "/fhir", Bundle("transaction", Patient, Note(PatientUrl)));
        Assert.Equal(HttpStatusCode.OK, http.StatusCode);
        Assert.Equal("transaction-response", body.Text("type"));
        Assert.Equal(["201", "201"], body.Items("entry").Select(entry => entry.Text("response", "status")));
        Assert.Equal("W/\"1\"", body.Items("entry").First().Text("response", "etag"));
    }

    [Fact]
    public async Task a_door_places_its_issue_inside_the_bundle()
    {
        var (http, body) = await server.Send(HttpMethod.Post, "/fhir", Bundle("transaction", Patient, Note("Patient/elsewhere")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "note-without-patient"), (http.StatusCode, CodeOf(body)));
        Assert.Equal("Bundle.entry[1].resource.subject", body.Items("issue").Single().Items("expression").Single().GetString());
    }

    [Fact]
    public async Task a_transaction_that_no_door_knows_is_refused()
    {
        var (http, body) = await server.Send(HttpMethod.Post, "/fhir", Bundle("transaction", Patient));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "transaction-not-recognised"), (http.StatusCode, CodeOf(body)));
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { Bundle("collection", Patient), "bundle-type", "Bundle.type" },
        { """{"resourceType":"Bundle","type":"transaction"}""", "bundle-size", "Bundle.entry" },
        { Bundle("transaction", [.. Enumerable.Repeat(Note("Patient/1"), 501)]), "bundle-size", "Bundle.entry" },
        { Bundle("transaction", Patient, Patient), "full-url-duplicate", "Bundle.entry[1].fullUrl" },
        { Bundle("transaction", Note(PatientUrl)), "reference-unresolved", "Bundle.entry[0].resource.subject.reference" },
        { Bundle("transaction", """{"resource":{"resourceType":"Patient"}}"""), "entry-request-missing", "Bundle.entry[0].request" },
        { Bundle("transaction", Note("Patient/1", """{"method":"POST","url":"Pet"}""")), "entry-url", "Bundle.entry[0].request.url" },
        { Bundle("transaction", Note("Patient/1", """{"method":"POST","url":"Patient"}""")), "resource-type-mismatch", "Bundle.entry[0].resource" },
        { Bundle("transaction", Note("Patient/1", """{"method":"POST","url":"Basic","ifNoneExist":"code=x"}""")), "conditional-entry-not-supported", "Bundle.entry[0].request" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task a_broken_bundle_is_refused_with_its_place(string bundle, string code, string expression)
    {
        var (http, body) = await server.Send(HttpMethod.Post, "/fhir", bundle);
        Assert.Equal((HttpStatusCode.BadRequest, code), (http.StatusCode, CodeOf(body)));
        Assert.Equal(expression, body.Items("issue").First().Items("expression").Single().GetString());
    }

    [Fact]
    public async Task each_entry_of_a_batch_has_its_own_outcome()
    {
        var (http, body) = await server.Send(HttpMethod.Post, "/fhir", Bundle(
            "batch", Note("Patient/1"), Note("Patient/1", code: "refused"), """{"request":{"method":"GET","url":"Basic/none"}}""", Note("Patient/1", """{"method":"PUT","url":"Basic/other"}""")));
        Assert.Equal(HttpStatusCode.OK, http.StatusCode);
        Assert.Equal(["201", "422", "404", "400"], body.Items("entry").Select(entry => entry.Text("response", "status")));
        Assert.Equal("note-refused", CodeOf(body.Items("entry").ElementAt(1).At("response", "outcome")!.Value));
    }

    [Fact]
    public async Task a_search_bundle_has_absolute_addresses_and_an_honest_self_link()
    {
        await server.Send(HttpMethod.Post, "/fhir/Basic", """{"resourceType":"Basic","code":{"coding":[{"system":"urn:note","code":"found"}]}}""");
        var (_, body) = await server.Send(HttpMethod.Get, "/fhir/Basic?code=urn:note%7Cfound&_count=5&_after=old");
        var root = $"{server.Client.BaseAddress}fhir/Basic";
        Assert.StartsWith(root + "/", Assert.Single(body.Items("entry")).Text("fullUrl"), StringComparison.Ordinal);
        Assert.Equal(
            [("self", root + "?code=urn:note%7Cfound&_count=5&_after=old"), ("next", root + "?code=urn:note%7Cfound&_count=5&_after=note%2F2")],
            body.Items("link").Select(link => (link.Text("relation"), link.Text("url"))));
    }

    [Theory]
    [InlineData("return=minimal", null)]
    [InlineData("return=OperationOutcome", "OperationOutcome")]
    [InlineData("return=representation", "Basic")]
    public async Task prefer_is_honoured(string prefer, string? type)
    {
        var (http, body) = await server.Send(HttpMethod.Post, "/fhir/Basic", """{"resourceType":"Basic","code":{"coding":[{"system":"urn:note","code":"preferred"}]}}""", ("Prefer", prefer));
        Assert.Equal((HttpStatusCode.Created, type), (http.StatusCode, body.Text("resourceType")));
    }
}
