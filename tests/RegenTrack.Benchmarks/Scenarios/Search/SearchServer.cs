using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegenTrack.App;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Interop;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Access;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>The FHIR endpoints over HTTP on loopback, asked by one institution.</summary>
internal sealed class SearchServer(WebApplication app) : IAsyncDisposable
{
    public HttpClient Client { get; } = new() { BaseAddress = new Uri(app.Urls.First()) };

    public static async Task<SearchServer> Start(string connectionString)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRegenTrack(connectionString, HolidayTable.Empty);
        builder.Services.AddDataProtection();
        builder.Services.AddFhir().AddFhirDoors().AddAccessLog();
        builder.Services.AddAuthentication("One").AddScheme<AuthenticationSchemeOptions, OneScheme>("One", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(FhirServer.Policy, policy => policy.AddAuthenticationSchemes("One").RequireAuthenticatedUser());
        var app = builder.Build();
        await AppServices.ApplySchema(app.Services, AccessTable.Steps, CancellationToken.None);
        app.MapFhir();
        await app.StartAsync();
        return new SearchServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private sealed class OneScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        private static readonly AuthenticationTicket Ticket = new(
            new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, "bench"), new Claim(ClaimTypes.Role, nameof(Role.HospitalSystem)), new Claim("institution", SyntheticResources.Institution(0)), new Claim("scope", "system/*.cruds")], "One")),
            "One");

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(Ticket));
    }
}
