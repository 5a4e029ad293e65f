using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir;

/// <summary>The FHIR endpoints over HTTP with one door of our own, without application and database.</summary>
public sealed class FhirServerHost : IAsyncLifetime
{
    private WebApplication app = null!;

    public static TestTime Time { get; } = new(TestTime.Start);

    internal KeptAccesses Accesses { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<ServiceFactory>(provider => provider.GetRequiredService).AddSingleton<IMediator, Mediator>();
        builder.Services.AddSingleton<IAccessLog>(Accesses);
        builder.Services.AddFhir().Door<NoteDoor>();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestScheme>("Test", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(FhirServer.Policy, policy => policy.AddAuthenticationSchemes("Test").RequireAuthenticatedUser());
        app = builder.Build();
        app.MapFhir();
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Test");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Sends, and reads the answer as JSON (undefined when there is no body).</summary>
    public async Task<(HttpResponseMessage Http, JsonElement Body)> Send(HttpMethod method, string address, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new ByteArrayContent(body as byte[] ?? System.Text.Encoding.UTF8.GetBytes((string)body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+json") } };
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (response, bytes.Length == 0 ? default : JsonElement.Parse(bytes));
    }

    /// <summary>The stable code of an OperationOutcome's issue.</summary>
    public static string? CodeOf(JsonElement outcome, int issue = 0) =>
        outcome.Items("issue").ElementAtOrDefault(issue).Items("details", "coding").FirstOrDefault().Text("code");

    private sealed class TestScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers.Authorization.Count == 0
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, "demo-hospital"), new Claim(ClaimTypes.Role, nameof(Role.HospitalSystem)), new Claim("institution", "inst-hanbit"), new Claim("scope", "system/*.cruds")], "Test")), "Test")));

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = 401;
            return FhirHttp.WriteRefusal(Context, 401);
        }
    }
}
