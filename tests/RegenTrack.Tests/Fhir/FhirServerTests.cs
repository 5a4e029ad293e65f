using System.Net;
using System.Text.Json;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using static RegenTrack.Tests.Fhir.FhirServerHost;

namespace RegenTrack.Tests.Fhir;

public class FhirServerTests(FhirServerHost server) : IClassFixture<FhirServerHost>
{
    private static string Note(string code, string rest = "") => $$"""{"resourceType":"Basic","code":{"coding":[{"system":"urn:note","code":"{{code}}"}]}{{rest}}}""";

    [Fact]
    public async Task the_capability_statement_lists_what_the_doors_do_and_needs_no_token()
    {
        using var anonymous = new HttpClient { BaseAddress = server.Client.BaseAddress };
        var bytes = await anonymous.GetByteArrayAsync("/fhir/metadata", TestContext.Current.CancellationToken);

        var statement = FhirDocument.Parse(bytes);
        Assert.Empty(statement.Issues);
        var basic = Assert.Single(statement.Root.Items("rest").Single().Items("resource"));
        Assert.Equal(["read", "create", "update", "search-type"], basic.Items("interaction").Select(one => one.Text("code")));
        Assert.Equal(["code", "author"], basic.Items("searchParam").Select(one => one.Text("name")));
    }

    [Theory]
    [InlineData("GET", "/fhir/Basic/1")]
    [InlineData("POST", "/fhir/Basic")]
    [InlineData("POST", "/fhir")]
    [InlineData("GET", "/fhir/nowhere/at/all")]
    public async Task nothing_else_is_answered_without_a_token(string method, string address)
    {
        using var anonymous = new HttpClient { BaseAddress = server.Client.BaseAddress };
        using var answer = await anonymous.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("token-required", CodeOf(JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))));
    }

    [Fact]
    public async Task what_is_created_can_be_read_and_updated_by_version()
    {
        var (created, _) = await server.Send(HttpMethod.Post, "/fhir/Basic", Note("kept"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("W/\"1\"", created.Headers.ETag!.ToString());
        var address = created.Headers.Location!.AbsolutePath;

        var (read, body) = await server.Send(HttpMethod.Get, address);
        Assert.Equal("application/fhir+json", read.Content.Headers.ContentType!.MediaType);
        Assert.Empty(FhirDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(body)).Issues);
        Assert.Equal("kept", body.CodeIn("urn:note", "code"));

        var next = Note("newer", $",\"id\":\"{address.Split('/')[^1]}\"");
        var (updated, _) = await server.Send(HttpMethod.Put, address, next, ("If-Match", "W/\"1\""));
        Assert.Equal("W/\"2\"", updated.Headers.ETag!.ToString());
        var (late, outcome) = await server.Send(HttpMethod.Put, address, next, ("If-Match", "W/\"1\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal("version-conflict", CodeOf(outcome));
    }

    [Fact]
    public async Task the_same_request_twice_names_the_same_thing()
    {
        var (first, _) = await server.Send(HttpMethod.Post, "/fhir/Basic", Note("twice"));
        var (second, _) = await server.Send(HttpMethod.Post, "/fhir/Basic", Note("twice"));
        Assert.Equal(first.Headers.Location, second.Headers.Location);

        var (keyed, _) = await server.Send(HttpMethod.Post, "/fhir/Basic", Note("twice"), ("Idempotency-Key", "key-1"));
        var (again, _) = await server.Send(HttpMethod.Post, "/fhir/Basic", Note("twice"), ("X-Request-Id", "key-1"));
        Assert.NotEqual(first.Headers.Location, keyed.Headers.Location);
        Assert.Equal(keyed.Headers.Location, again.Headers.Location);
    }

    [Theory]
    [InlineData("refused", 422, "business-rule", "note-refused", "Basic.code")]
    [InlineData("invalid", 422, "invalid", "note-invalid", "Basic.code")]
    [InlineData("absent", 404, "not-found", "not-found", null)]
    [InlineData("conflict", 409, "conflict", "version-conflict", null)]
    public async Task every_outcome_has_its_status_and_its_place(string code, int status, string type, string stable, string? expression)
    {
        var (http, body) = await server.Send(HttpMethod.Post, "/fhir/Basic", Note(code));
        Assert.Equal(status, (int)http.StatusCode);
        var issue = body.Items("issue").Single();
        Assert.Equal((type, stable, expression), (issue.Text("code"), CodeOf(body), issue.Items("expression").FirstOrDefault() is { ValueKind: JsonValueKind.String } at ? at.GetString() : null));
        Assert.Empty(FhirDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(body)).Issues);
    }

    [Fact]
    public async Task a_refusal_by_law_names_the_rule_and_its_article_in_both_languages()
    {
        var (_, body) = await server.Send(HttpMethod.Post, "/fhir/Basic", Note("refused"));
        var issue = body.Items("issue").Single();
        Assert.Equal("XX-01", issue.Items("details", "coding").Last().Text("code"));
        Assert.Equal("근거: 시험법 제1조 / Legal basis: Test Act, Art. 1", issue.Text("diagnostics"));
        Assert.Equal("안 됩니다.", issue.Text("details", "text"));
        Assert.Equal("No.", issue.At("details", "_text")!.Value.ExtensionAt("http://hl7.org/fhir/StructureDefinition/translation")!.Value.ExtensionText("content"));
    }

    [Fact]
    public async Task a_future_date_is_refused_and_today_is_not()
    {
        var day = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var (future, body) = await server.Send(HttpMethod.Post, "/fhir/Basic", Note("dated", $",\"created\":\"{day.AddDays(2):yyyy-MM-dd}\""));
        Assert.Equal("date-in-future", CodeOf(body));
        var (today, _) = await server.Send(HttpMethod.Post, "/fhir/Basic", Note("dated", $",\"created\":\"{day:yyyy-MM-dd}\""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created), (future.StatusCode, today.StatusCode));
    }
}
