using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Applications;

/// <summary>A hospital's system at the FHIR door, with a token of its own.</summary>
internal sealed class HospitalClient : IDisposable
{
    private readonly HttpClient _client;

    private HospitalClient(HttpClient client) => _client = client;

    public static async Task<HospitalClient> Of(RunningHost host, string id, string institution)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string secret = (await host.Services.GetRequiredService<ClientStore>().Create(id, "가상 병원", institution, "adm1", cancellation))!;
        HttpClient client = host.Client();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret });
        using HttpResponseMessage answer = await client.PostAsync("/oauth2/token", form, cancellation);
        JsonElement token = JsonElement.Parse(await answer.Content.ReadAsStringAsync(cancellation));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Text("access_token"));
        return new HospitalClient(client);
    }

    public async Task<(int Status, JsonElement Body)> Send(HttpMethod method, string address, string? body = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        using HttpResponseMessage answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    public void Dispose() => _client.Dispose();
}
