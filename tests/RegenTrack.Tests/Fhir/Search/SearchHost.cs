using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using RegenTrack.App;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Search;

/// <summary>The FHIR endpoints over HTTP on a database with resources of the test's own.</summary>
public sealed class SearchHost(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Own = "inst-hanbit";
    public const string Other = "inst-other";

    private WebApplication app = null!;
    private HttpClient client = null!;

    public Uri Address => client.BaseAddress!;

    public NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    public ResourceSearch Search => app.Services.GetRequiredService<ResourceSearch>();

    internal KeptAccesses Accesses { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new TestTime(TestTime.Start));
        builder.Services.AddRegenTrack(await postgres.CreateDatabase(TestContext.Current.CancellationToken), HolidayTable.Empty);
        builder.Services.AddDataProtection();
        builder.Services.AddSingleton<IAccessLog>(Accesses);
        builder.Services.AddFhir().AddSingleton<IStreamRendering, Stored>();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestScheme>("Test", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(FhirServer.Policy, policy => policy.AddAuthenticationSchemes("Test").RequireAuthenticatedUser());
        app = builder.Build();
        app.MapFhir();
        await app.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    public Task Put(string json, string institution = Own, DateTimeOffset? updated = null) =>
        StoredRows.Put(Database, JsonElement.Parse(json), institution, updated ?? TestTime.Start);

    /// <param name="query">Under the base, e.g. <c>Patient?name=kim</c>, or a whole address as links give it.</param>
    public Task<SearchAnswer> Get(string query, string institution = Own, string? prefer = null, string? scope = null) =>
        Send(new HttpRequestMessage(HttpMethod.Get, query.StartsWith("http", StringComparison.Ordinal) ? query : $"/fhir/{query}"), institution, prefer, scope);

    public Task<SearchAnswer> Form(string type, params (string Name, string Value)[] pairs) => Send(
        new HttpRequestMessage(HttpMethod.Post, $"/fhir/{type}/_search") { Content = new FormUrlEncodedContent(pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))) }, Own, null, null);

    private async Task<SearchAnswer> Send(HttpRequestMessage request, string institution, string? prefer, string? scope)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Test", institution);
            if (prefer is not null)
                request.Headers.Add("Prefer", prefer);
            if (scope is not null)
                request.Headers.Add("X-Scope", scope);
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var document = RegenTrack.Fhir.FhirDocument.Parse(bytes);
            Assert.Empty(document.Issues);
            return new SearchAnswer((int)response.StatusCode, document.Root);
        }
    }

    private sealed class Stored : IStreamRendering
    {
        public string Alias => "none";

        public IReadOnlyList<string> Types { get; } = ["Patient", "Observation", "Procedure", "BiologicallyDerivedProduct", "Task", "DocumentReference", "Organization"];

        public Task<IReadOnlyList<RenderedResource>> Render(object state, EventReader reader, CancellationToken cancellation) => throw new NotSupportedException();
    }

    private sealed class TestScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, "client"),
                    new Claim(ClaimTypes.Role, nameof(Role.HospitalSystem)),
                    new Claim("institution", AuthenticationHeaderValue.Parse(Request.Headers.Authorization!).Parameter!),
                    new Claim("scope", Request.Headers["X-Scope"].FirstOrDefault() ?? "system/*.cruds"),
                ],
                "Test")),
            "Test")));
    }
}

/// <summary>What came back.</summary>
public sealed record SearchAnswer(int Status, JsonElement Body)
{
    /// <summary>Ids of the matches, in order.</summary>
    public IReadOnlyList<string> Ids => Of("match");

    /// <summary>Type and id of what is included, in order of id.</summary>
    public IReadOnlyList<string> Included => [.. Body.Items("entry").Where(entry => entry.Text("search", "mode") == "include").Select(entry => $"{entry.Text("resource", "resourceType")}/{entry.Text("resource", "id")}").Order(StringComparer.Ordinal)];

    public long? Total => (long?)Body.Number("total");

    public string? Link(string relation) => Body.Items("link").FirstOrDefault(link => link.Text("relation") == relation).Text("url");

    /// <summary>The stable code of the first issue, of the answer or of its outcome entry.</summary>
    public string? Issue => (Body.Text("resourceType") == "OperationOutcome" ? Body : Body.Items("entry").FirstOrDefault(entry => entry.Text("search", "mode") == "outcome").At("resource") ?? default)
        .Items("issue").FirstOrDefault().Items("details", "coding").FirstOrDefault().Text("code");

    private IReadOnlyList<string> Of(string mode) => [.. Body.Items("entry").Where(entry => entry.Text("search", "mode") == mode).Select(entry => entry.Text("resource", "id")!)];
}
