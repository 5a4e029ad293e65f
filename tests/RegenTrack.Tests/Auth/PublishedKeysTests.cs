using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Auth;

public sealed class PublishedKeysTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly WebApplication _hospital = Hospital();
    private string _keys = "";
    private int _visits;

    public async ValueTask InitializeAsync()
    {
        _hospital.MapGet("/jwks", () =>
        {
            Interlocked.Increment(ref _visits);
            return Results.Text(_keys, "application/json");
        });
        _hospital.MapGet("/moved", () => Results.Redirect("/jwks"));
        _hospital.MapGet("/huge", () => Results.Text(_keys + new string(' ', 70_000), "application/json"));
        _hospital.MapGet("/gone", () => Results.NotFound());
        await _hospital.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _hospital.DisposeAsync();

    [Fact]
    public async Task keys_are_fetched_remembered_and_fetched_again_for_a_new_key()
    {
        await using var web = await Start();
        using var http = web.Client();
        SigningClient first = SigningClient.Ec("hospital", "a"), second = SigningClient.Ec("hospital", "b");
        await Register(web, "/jwks");
        _keys = SigningClient.Jwks(first);
        Assert.Equal(200, (await SigningClient.Ask(http, first.Sign(web))).Status);
        Assert.Equal(200, (await SigningClient.Ask(http, first.Sign(web))).Status);
        Assert.Equal(1, _visits);

        // Within the pause nobody can make us knock again; after it an unknown key does, once.
        _keys = SigningClient.Jwks(first, second);
        Assert.Equal(401, (await SigningClient.Ask(http, second.Sign(web))).Status);
        Assert.Equal(1, _visits);
        web.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(200, (await SigningClient.Ask(http, second.Sign(web))).Status);
        Assert.Equal(401, (await SigningClient.Ask(http, SigningClient.Ec("hospital", "c").Sign(web))).Status);
        Assert.Equal(2, _visits);

        // A key that is no longer published is no longer good once what we remember is old.
        _keys = SigningClient.Jwks(second);
        web.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(401, (await SigningClient.Ask(http, first.Sign(web))).Status);
        Assert.Equal(200, (await SigningClient.Ask(http, second.Sign(web))).Status);
    }

    [Theory]
    [InlineData("/moved")]
    [InlineData("/huge")]
    [InlineData("/gone")]
    public async Task neither_redirects_nor_huge_answers_nor_errors_are_followed(string path)
    {
        await using var web = await Start();
        using var http = web.Client();
        var client = SigningClient.Ec("hospital", "a");
        _keys = SigningClient.Jwks(client);
        await Register(web, path);
        Assert.Equal(401, (await SigningClient.Ask(http, client.Sign(web))).Status);
    }

    [Fact]
    public async Task without_the_development_setting_no_private_network_is_visited()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var http = web.Client();
        var client = SigningClient.Ec("hospital", "a");
        _keys = SigningClient.Jwks(client);
        await Register(web, "/jwks");
        Assert.Equal(401, (await SigningClient.Ask(http, client.Sign(web))).Status);
        Assert.Equal(0, _visits);
    }

    private Task<RunningWeb> Start() => RunningWeb.Start(postgres, settings: ("Auth:KeysFromAnywhere", "true"));

    private async Task Register(RunningWeb web, string path) => Assert.True(await web.Services.GetRequiredService<ClientStore>().Register(
        "hospital", "병원", "inst-a", GrantedScopes.Parse("system/*.rs"), new Uri(new Uri(_hospital.Urls.First()), path), "test", TestContext.Current.CancellationToken));

    private static WebApplication Hospital()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
