using System.Net;
using System.Text.Json;
using RegenTrack.Fhir.Json;
using static RegenTrack.Tests.Fhir.FhirServerHost;

namespace RegenTrack.Tests.Fhir;

public class FhirServerBadInputTests(FhirServerHost server) : IClassFixture<FhirServerHost>
{
    private const string Note = """{"resourceType":"Basic","code":{"coding":[{"system":"urn:note","code":"kept"}]}}""";

    [Theory]
    [InlineData("GET", "/fhir/Basic/x?_format=xml", null, "Accept", "*/*", 406, "not-acceptable")]
    [InlineData("GET", "/fhir/Basic/x", null, "Accept", "application/fhir+xml", 406, "not-acceptable")]
    [InlineData("POST", "/fhir/Basic", Note, "Content-Type", "application/fhir+xml", 415, "unsupported-media-type")]
    [InlineData("POST", "/fhir/Basic", Note, "Content-Type", "application/json; charset=euc-kr", 415, "unsupported-media-type")]
    [InlineData("POST", "/fhir/Basic", Note, "If-None-Exist", "code=x", 400, "conditional-create-not-supported")]
    [InlineData("POST", "/fhir/Basic", Note, "Idempotency-Key", "900101-1234567", 400, "request-id-invalid")]
    [InlineData("POST", "/fhir/Basic?wat=1", Note, "Accept", "*/*", 400, "unknown-query-parameter")]
    [InlineData("GET", "/fhir/Basic?color=red", null, "Accept", "*/*", 400, "unknown-query-parameter")]
    [InlineData("GET", "/fhir/Basic?_count=0", null, "Accept", "*/*", 400, "query-parameter-value")]
    [InlineData("GET", "/fhir/Basic?code=a&code=b", null, "Accept", "*/*", 400, "query-parameter-value")]
    [InlineData("GET", "/fhir/Basic/900101-1234567", null, "Accept", "*/*", 400, "resident-registration-number")]
    [InlineData("GET", "/fhir/Basic?code=900101%2D1234567", null, "Accept", "*/*", 400, "resident-registration-number")]
    [InlineData("GET", "/fhir/Basic/none", null, "Accept", "*/*", 404, "not-found")]
    [InlineData("GET", "/fhir/Pet/1", null, "Accept", "*/*", 404, "unknown-resource-type")]
    [InlineData("GET", "/fhir/Coverage/1", null, "Accept", "*/*", 404, "resource-type-not-served")]
    [InlineData("DELETE", "/fhir/Basic/1", null, "Accept", "*/*", 405, "interaction-not-supported")]
    [InlineData("GET", "/fhir/Basic/1/_history/1", null, "Accept", "*/*", 405, "interaction-not-supported")]
    [InlineData("GET", "/fhir", null, "Accept", "*/*", 405, "interaction-not-supported")]
    [InlineData("POST", "/fhir/Basic", """{"resourceType":"Patient"}""", "Accept", "*/*", 400, "resource-type-mismatch")]
    [InlineData("PUT", "/fhir/Basic/1", Note, "Accept", "*/*", 400, "id-mismatch")]
    [InlineData("POST", "/fhir/Basic", "{", "Accept", "*/*", 400, "malformed-json")]
    [InlineData("POST", "/fhir/Basic", """{"resourceType":"Basic"}""", "Accept", "*/*", 400, "required-element-missing")]
    public async Task each_bad_request_gets_its_status_and_code(string method, string address, string? body, string header, string value, int status, string code)
    {
        var (http, outcome) = await server.Send(new HttpMethod(method), address, body, (header, value));
        Assert.Equal((status, code), ((int)http.StatusCode, CodeOf(outcome)));
    }

    [Theory]
    [InlineData("900101-1234567")]
    [InlineData("환자 9001011234567 확인")]
    [InlineData("900101 4234567")]
    public async Task a_resident_number_is_refused_wherever_it_stands_and_never_repeated(string text)
    {
        var body = $$$"""{"resourceType":"Basic","code":{"coding":[{"system":"urn:note","code":"kept"}],"text":"{{{text}}}"}}""";
        var (http, outcome) = await server.Send(HttpMethod.Post, "/fhir/Basic", body);
        Assert.Equal((HttpStatusCode.BadRequest, "resident-registration-number"), (http.StatusCode, CodeOf(outcome)));
        Assert.Equal("Basic.code.text", outcome.Items("issue").Single().Items("expression").Single().GetString());
        Assert.DoesNotContain("1234567", outcome.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("901301-1234567")]
    [InlineData("900101-9234567")]
    [InlineData("1900101-1234567")]
    public async Task numbers_of_another_shape_pass(string text)
    {
        var (http, _) = await server.Send(HttpMethod.Post, "/fhir/Basic", $$$"""{"resourceType":"Basic","code":{"coding":[{"system":"urn:note","code":"kept"}],"text":"{{{text}}}"}}""");
        Assert.Equal(HttpStatusCode.Created, http.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_body_of_fifty_megabytes_is_refused_in_words(bool lengthKnown)
    {
        var bytes = new byte[50 * 1024 * 1024];
        bytes.AsSpan().Fill((byte)' ');
        using var content = lengthKnown ? (HttpContent)new ByteArrayContent(bytes) : new StreamContent(new Unmeasured(bytes));
        content.Headers.ContentType = new("application/fhir+json");
        using var answer = await server.Client.PostAsync(new Uri("/fhir/Basic", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("document-too-large", CodeOf(JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))));
    }

    [Fact]
    public async Task a_fault_of_ours_is_an_outcome_without_detail()
    {
        var (http, outcome) = await server.Send(HttpMethod.Post, "/fhir/Basic", """{"resourceType":"Basic","code":{"text":"no coding"}}""");
        Assert.Equal((HttpStatusCode.InternalServerError, "internal-error"), (http.StatusCode, CodeOf(outcome)));
        Assert.DoesNotContain("no code", outcome.GetRawText(), StringComparison.Ordinal);
    }

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
