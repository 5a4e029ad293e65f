using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Fixtures;

/// <summary>A hospital's system that talks FHIR to the running program with a token of its own.</summary>
internal sealed class HospitalClient(HttpClient http) : IDisposable
{
    public static async Task<HospitalClient> SignIn(RunningWeb host, string client, string institution)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var secret = await host.Services.GetRequiredService<ClientStore>().Create(client, client, institution, "adm1", cancellation);
        return await SignIn(host.Client(), client, secret!);
    }

    /// <summary>With an account that was made before.</summary>
    public static async Task<HospitalClient> SignIn(HttpClient http, string client, string secret)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret });
        using var answer = await http.PostAsync(new Uri("/oauth2/token", UriKind.Relative), form, cancellation);
        var token = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation)).Text("access_token");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new HospitalClient(http);
    }

    public void Dispose() => http.Dispose();

    /// <param name="key">The hospital's own id of the request; null: none is sent.</param>
    public Task<FhirAnswer> Post(string path, string body, string? key = null) => Send(HttpMethod.Post, path, body, key);

    public Task<FhirAnswer> Put(string path, string body) => Send(HttpMethod.Put, path, body);

    public Task<FhirAnswer> Get(string path) => Send(HttpMethod.Get, path, null);

    /// <summary>Whatever is at an address, as a browser or curl gets it.</summary>
    public async Task<HttpResponseMessage> Fetch(string url, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.RelativeOrAbsolute));
        request.Headers.Add("Accept", accept);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A request of the test's own making.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, HttpCompletionOption whole = HttpCompletionOption.ResponseContentRead) => http.SendAsync(request, whole, TestContext.Current.CancellationToken);

    /// <param name="chunked">Without saying how long it will be.</param>
    public async Task<FhirAnswer> PostBytes(string path, byte[] body, bool chunked)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/fhir/{path}") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        return await Answer(request);
    }

    /// <param name="match">If-Match; null: none.</param>
    public async Task<FhirAnswer> Patch(string path, string mediaType, string patch, string? match = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/fhir/{path}") { Content = new StringContent(patch, Encoding.UTF8, mediaType) };
        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        return await Answer(request);
    }

    public Task<FhirAnswer> Delete(string path) => Send(HttpMethod.Delete, path, null);

    /// <summary>A request with headers of its own.</summary>
    public async Task<FhirAnswer> Send(HttpMethod method, string path, string? body, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(method, $"/fhir/{path}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await Answer(request);
    }

    /// <summary>Any method at any address under the base.</summary>
    public async Task<FhirAnswer> Send(HttpMethod method, string path, string? body, string? key = null)
    {
        using var request = new HttpRequestMessage(method, $"/fhir/{path}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Answer(request);
    }

    /// <summary>A client that is registered, with a token for exactly these scopes.</summary>
    public static async Task<HospitalClient> With(RunningWeb host, string client, string scopes)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var registered = await host.Services.GetRequiredService<ClientStore>().Find(client, cancellation);
        var http = host.Client();
        var token = await host.Services.GetRequiredService<AccessTokens>().Issue(registered!, GrantedScopes.Parse(scopes), TimeSpan.FromMinutes(5), cancellation);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new HospitalClient(http);
    }

    private async Task<FhirAnswer> Answer(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var (status, location, tag) = ((int)answer.StatusCode, answer.Headers.Location?.AbsolutePath, answer.Headers.ETag?.ToString());
        if (bytes.Length == 0)
            return new FhirAnswer(status, default, location) { Tag = tag };

        // Whatever we answer is itself valid R4.
        var document = FhirDocument.Parse(bytes);
        Assert.Empty(document.Issues);
        return new FhirAnswer(status, document.Root, location) { Tag = tag };
    }
}

/// <summary>What came back.</summary>
/// <param name="Body">Undefined when there was none.</param>
internal sealed record FhirAnswer(int Status, JsonElement Body, string? Location)
{
    /// <summary>The ETag, as sent.</summary>
    public string? Tag { get; init; }

    /// <summary>Code and expression of each issue of an OperationOutcome.</summary>
    public IEnumerable<string> Issues => Body.Items("issue").Select(issue =>
        $"{issue.Items("details", "coding").FirstOrDefault().Text("code")} @ {issue.Items("expression").FirstOrDefault()}");
}
