using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Auth;

public sealed class TokenTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_client_gets_a_token_that_speaks_for_its_institution()
    {
        await using var web = await Start();
        var (http, secret) = await Client(web);
        var reply = await Token(http, ("grant_type", "client_credentials"), ("client_id", "hospital"), ("client_secret", secret));
        Assert.Equal("Bearer", reply.GetProperty("token_type").GetString());
        Assert.Equal(300, reply.GetProperty("expires_in").GetInt32());
        Assert.Equal("hospital HospitalSystem inst-a", await Probe(http, reply));
    }

    [Fact]
    public async Task the_secret_may_come_in_the_authorization_header()
    {
        await using var web = await Start();
        var (http, secret) = await Client(web);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"hospital:{Uri.EscapeDataString(secret)}")));
        var reply = await Token(http, ("grant_type", "client_credentials"));
        Assert.Equal("hospital HospitalSystem inst-a", await Probe(http, reply));
    }

    [Theory]
    [InlineData("invalid_client", 401, "client_id=hospital&client_secret=wrong&grant_type=client_credentials")]
    [InlineData("invalid_client", 401, "client_id=nobody&client_secret=SECRET&grant_type=client_credentials")]
    [InlineData("invalid_client", 401, "grant_type=client_credentials")]
    [InlineData("invalid_request", 400, "client_id=hospital&client_secret=SECRET")]
    [InlineData("invalid_request", 400, "client_id=hospital&client_id=hospital&client_secret=SECRET&grant_type=client_credentials")]
    [InlineData("unsupported_grant_type", 400, "client_id=hospital&client_secret=SECRET&grant_type=password")]
    [InlineData("invalid_scope", 400, "client_id=hospital&client_secret=SECRET&grant_type=client_credentials&scope=launch")]
    public async Task a_bad_request_gets_the_error_of_rfc_6749(string error, int status, string body)
    {
        await using var web = await Start();
        var (http, secret) = await Client(web);
        using var content = new StringContent(body.Replace("SECRET", secret, StringComparison.Ordinal), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await http.PostAsync(new Uri("/oauth2/token", UriKind.Relative), content, Ct);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(error, (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error").GetString());
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(status == 401, response.Headers.WwwAuthenticate.Count > 0);
    }

    [Fact]
    public async Task a_form_is_known_in_whatever_letters_its_media_type_is_written()
    {
        await using var web = await Start();
        var (http, secret) = await Client(web);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"client_id=hospital&client_secret={secret}&grant_type=client_credentials"));
        content.Headers.TryAddWithoutValidation("Content-Type", "Application/X-WWW-Form-UrlEncoded; charset=UTF-8");
        using var response = await http.PostAsync(new Uri("/oauth2/token", UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        var token = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("access_token").GetString();
        using var search = new HttpRequestMessage(HttpMethod.Post, "/fhir/Device/_search") { Content = new ByteArrayContent("status=active"u8.ToArray()) };
        search.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        search.Content.Headers.TryAddWithoutValidation("Content-Type", "APPLICATION/x-www-form-urlencoded");
        using var found = await http.SendAsync(search, Ct);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Fact]
    public async Task a_body_that_is_no_form_is_an_invalid_request()
    {
        await using var web = await Start();
        var (http, _) = await Client(web);
        using var response = await http.PostAsJsonAsync("/oauth2/token", new { grant_type = "client_credentials" }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid_request", (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task an_expired_token_is_refused_to_the_second()
    {
        await using var web = await Start();
        var (http, secret) = await Client(web);
        var reply = await Token(http, ("grant_type", "client_credentials"), ("client_id", "hospital"), ("client_secret", secret));
        web.Time.Advance(TimeSpan.FromSeconds(299));
        Assert.StartsWith("hospital", await Probe(http, reply), StringComparison.Ordinal);
        web.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("401", await Probe(http, reply));
    }

    [Theory]
    [InlineData("Auth:Audience", "https://elsewhere.example/fhir")]
    [InlineData("Auth:Issuer", "https://elsewhere.example")]
    public async Task a_token_for_another_audience_or_of_another_issuer_is_refused(string setting, string value)
    {
        await using var web = await Start();
        var (http, secret) = await Client(web);
        await using var other = await RunningWeb.StartOn(web.ConnectionString, web.Time, settings: (setting, value));
        using var there = new HttpClient { BaseAddress = other.Address };
        var reply = await Token(there, ("grant_type", "client_credentials"), ("client_id", "hospital"), ("client_secret", secret));
        Assert.Equal("401", await Probe(http, reply));
    }

    [Fact]
    public async Task tokens_of_a_revoked_client_or_an_earlier_secret_are_void_at_once()
    {
        await using var web = await Start();
        var (http, secret) = await Client(web);
        var clients = web.Services.GetRequiredService<ClientStore>();
        var old = await Token(http, ("grant_type", "client_credentials"), ("client_id", "hospital"), ("client_secret", secret));
        var rotated = await clients.Rotate("hospital", "test", Ct);
        Assert.Equal("401", await Probe(http, old));
        var fresh = await Token(http, ("grant_type", "client_credentials"), ("client_id", "hospital"), ("client_secret", rotated!));
        Assert.StartsWith("hospital", await Probe(http, fresh), StringComparison.Ordinal);
        Assert.True(await clients.Revoke("hospital", "test", Ct));
        Assert.Equal("401", await Probe(http, fresh));
        Assert.Null(await clients.Check("hospital", rotated!, Ct));
    }

    [Theory]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.{0}.")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.{0}.AAAA")]
    [InlineData("not a token")]
    public async Task a_token_that_we_did_not_sign_is_refused(string forged)
    {
        await using var web = await Start();
        var (http, secret) = await Client(web);
        var reply = await Token(http, ("grant_type", "client_credentials"), ("client_id", "hospital"), ("client_secret", secret));
        var payload = reply.GetProperty("access_token").GetString()!.Split('.')[1];
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/probe");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + forged.Replace("{0}", payload, StringComparison.Ordinal));
        using var response = await http.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("invalid_token", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    private Task<RunningWeb> Start() => RunningWeb.Start(postgres, map: app => app.MapGet("/fhir/probe", (HttpContext context) => Say(context)).RequireAuthorization(Policies.Fhir));

    private static string Say(HttpContext context) => context.Actor() is var actor ? $"{actor.Id} {actor.Role} {actor.Institution}" : "";

    private static async Task<(HttpClient Http, string Secret)> Client(RunningWeb web) =>
        (new HttpClient { BaseAddress = web.Address }, (await web.Services.GetRequiredService<ClientStore>().Create("hospital", "병원", "inst-a", "test", Ct))!);

    private static async Task<JsonElement> Token(HttpClient http, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await http.PostAsync(new Uri("/oauth2/token", UriKind.Relative), content, Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private static async Task<string> Probe(HttpClient http, JsonElement reply)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/probe");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", reply.GetProperty("access_token").GetString());
        using var response = await http.SendAsync(request, Ct);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(Ct) : $"{(int)response.StatusCode}";
    }
}
