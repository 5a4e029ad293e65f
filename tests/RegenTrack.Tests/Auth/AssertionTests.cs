using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Tests.Auth;

public sealed class AssertionTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_client_proves_itself_with_either_algorithm_and_gets_five_minutes()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var http = web.Client();
        foreach (var client in (SigningClient[])[SigningClient.Rsa("rsa-hospital"), SigningClient.Ec("ec-hospital")])
        {
            await client.Register(web, "inst-a");
            var (status, body) = await SigningClient.Ask(http, client.Sign(web));
            Assert.Equal((200, "system/*.cruds"), (status, body.GetProperty("scope").GetString()));
            Assert.Equal(300, body.GetProperty("expires_in").GetInt32());
        }
    }

    [Fact]
    public async Task an_assertion_is_good_for_one_token_however_many_ask_at_once()
    {
        await using var web = await RunningWeb.Start(postgres);
        await using var other = await RunningWeb.StartOn(web.ConnectionString, web.Time);
        var client = await SigningClient.Ec("hospital").Register(web, "inst-a");
        var audiences = new[] { web, other }.Select(one => new Uri(one.Address, "/oauth2/token").ToString()).ToArray();
        var assertion = client.Sign(web, claims => claims["aud"] = audiences);
        using HttpClient here = web.Client(), there = other.Client();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(index => SigningClient.Ask(index % 2 == 0 ? here : there, assertion)));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal((401, "invalid_client"), (answer.Status, answer.Body.GetProperty("error").GetString())));
    }

    [Fact]
    public async Task a_spent_assertion_is_forgotten_only_when_it_has_expired()
    {
        await using var web = await RunningWeb.Start(postgres);
        var client = await SigningClient.Ec("hospital").Register(web, "inst-a");
        using var http = web.Client();
        var assertion = client.Sign(web);
        Assert.Equal(200, (await SigningClient.Ask(http, assertion)).Status);
        var spent = web.Services.GetRequiredService<SpentAssertions>();
        Assert.Equal(0, await spent.Sweep(web.Time.GetUtcNow().AddMinutes(5), Ct));
        Assert.Equal(401, (await SigningClient.Ask(http, assertion)).Status);
        Assert.Equal(1, await spent.Sweep(web.Time.GetUtcNow().AddMinutes(6), Ct));
        web.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(401, (await SigningClient.Ask(http, assertion)).Status);
    }

    public static TheoryData<string, string, object?> Wrong => new()
    {
        { "expired", "exp", -31 },
        { "too long", "exp", 331 },
        { "no expiry", "exp", null },
        { "not yet", "nbf", 60 },
        { "another audience", "aud", "https://elsewhere.example/oauth2/token" },
        { "the base as audience", "aud", "http://127.0.0.1:5080/fhir" },
        { "no audience", "aud", null },
        { "another subject", "sub", "somebody-else" },
        { "another issuer", "iss", "somebody-else" },
        { "no id", "jti", null },
        { "an empty id", "jti", "" },
        { "a huge id", "jti", new string('x', 300) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task a_wrong_assertion_is_refused_without_a_word_on_why(string what, string claim, object? value)
    {
        await using var web = await RunningWeb.Start(postgres);
        var client = await SigningClient.Ec("hospital").Register(web, "inst-a");
        using var http = web.Client();
        var now = web.Time.GetUtcNow();
        var (status, body) = await SigningClient.Ask(http, client.Sign(web, claims => claims[claim] = value is int seconds ? now.AddSeconds(seconds).ToUnixTimeSeconds() : value));
        Assert.Equal((what, 401, """{"error":"invalid_client","error_description":"The client is not known, or did not prove who it is."}"""), (what, status, body.GetRawText()));
    }

    [Fact]
    public async Task a_key_signs_with_its_own_algorithm_only()
    {
        await using var web = await RunningWeb.Start(postgres);
        var client = await SigningClient.Rsa("hospital").Register(web, "inst-a");
        var publicKey = client.Jwk();
        using var http = web.Client();
        var good = client.Sign(web).Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"none","kid":"key-1"}""");
        Assert.Equal(401, (await SigningClient.Ask(http, $"{header}.{good[1]}.")).Status);

        // The classic: the public key taken for a secret that both know.
        foreach (var secret in (byte[][])[Encoding.UTF8.GetBytes(JsonSerializer.Serialize(publicKey)), Base64UrlEncoder.DecodeBytes(publicKey["n"])])
        {
            var symmetric = new SigningCredentials(new SymmetricSecurityKey(secret) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256);
            Assert.Equal(401, (await SigningClient.Ask(http, client.Sign(web, credentials: symmetric))).Status);
        }

        using var rsa = RSA.Create(2048);
        foreach (var algorithm in (string[])[SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSsaPssSha384])
            Assert.Equal(401, (await SigningClient.Ask(http, client.Sign(web, credentials: new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "key-1" }, algorithm)))).Status);
        Assert.Equal(200, (await SigningClient.Ask(http, client.Sign(web))).Status);
    }

    [Fact]
    public async Task an_unknown_key_and_the_key_of_another_client_are_refused()
    {
        await using var web = await RunningWeb.Start(postgres);
        await SigningClient.Ec("hospital").Register(web, "inst-a");
        var other = await SigningClient.Ec("other", "key-2").Register(web, "inst-b");
        using var http = web.Client();
        Assert.Equal(401, (await SigningClient.Ask(http, other.Sign(web, claims => claims["iss"] = claims["sub"] = "hospital"))).Status);
        Assert.Equal(401, (await SigningClient.Ask(http, SigningClient.Ec("hospital", "key-9").Sign(web))).Status);
        Assert.Equal(401, (await SigningClient.Ask(http, SigningClient.Ec("hospital").Sign(web))).Status);
        Assert.Equal(401, (await SigningClient.Ask(http, "not.a.token")).Status);
        Assert.Equal(401, (await SigningClient.Ask(http, "")).Status);
    }

    [Fact]
    public async Task keys_overlap_while_they_are_rotated_and_a_removed_key_takes_its_tokens_along()
    {
        await using var web = await RunningWeb.Start(postgres);
        var old = await SigningClient.Ec("hospital", "2026-a").Register(web, "inst-a");
        var fresh = SigningClient.Rsa("hospital", "2026-b");
        await fresh.AddKey(web);
        using var http = web.Client();
        Assert.Equal(200, (await SigningClient.Ask(http, old.Sign(web))).Status);
        Assert.Equal(200, (await SigningClient.Ask(http, fresh.Sign(web))).Status);

        using var signedIn = await old.SignIn(web);
        Assert.Equal(200, (await signedIn.Get("Task")).Status);
        Assert.True(await web.Services.GetRequiredService<ClientKeys>().Remove("hospital", "2026-a", "test", Ct));
        Assert.Equal(401, (await signedIn.Get("Task")).Status);
        Assert.Equal(401, (await SigningClient.Ask(http, old.Sign(web))).Status);
        Assert.Equal(200, (await SigningClient.Ask(http, fresh.Sign(web))).Status);
    }

    [Fact]
    public async Task a_revoked_client_gets_no_token_and_its_last_one_is_void()
    {
        await using var web = await RunningWeb.Start(postgres);
        var client = await SigningClient.Ec("hospital").Register(web, "inst-a");
        using var signedIn = await client.SignIn(web);
        Assert.True(await web.Services.GetRequiredService<ClientStore>().Revoke("hospital", "test", Ct));
        using var http = web.Client();
        Assert.Equal(401, (await SigningClient.Ask(http, client.Sign(web))).Status);
        Assert.Equal(401, (await signedIn.Get("Task")).Status);
    }

    [Fact]
    public async Task a_token_allows_what_was_asked_and_what_the_client_may_at_most()
    {
        await using var web = await RunningWeb.Start(postgres);
        var client = await SigningClient.Ec("hospital").Register(web, "inst-a", "system/Task.cruds system/Patient.rs");
        using var http = web.Client();
        foreach (var (asked, granted) in ((string?, string)[])
        [
            (null, "system/Patient.rs system/Task.cruds"), ("system/*.rs", "system/Patient.rs system/Task.rs"), ("system/*.read openid", "system/Patient.rs system/Task.rs"),
            ("system/Patient.cruds", "system/Patient.rs"), ("system/Task.r?status=requested", "system/Task.r?status=requested"),
        ])
        {
            var (status, body) = await SigningClient.Ask(http, client.Sign(web), asked);
            Assert.Equal((200, granted), (status, body.GetProperty("scope").GetString()));
        }

        foreach (var asked in (string[])["system/Procedure.rs", "user/Task.rs", "launch", "system/Task.dr"])
        {
            var (status, body) = await SigningClient.Ask(http, client.Sign(web), asked);
            Assert.Equal((400, "invalid_scope"), (status, body.GetProperty("error").GetString()));
        }
    }

    [Fact]
    public async Task behind_a_configured_address_only_that_address_counts()
    {
        await using var web = await RunningWeb.Start(postgres, settings: ("Auth:Issuer", "https://regentrack.example"));
        var client = await SigningClient.Ec("hospital").Register(web, "inst-a");
        using var http = web.Client();
        Assert.Equal(401, (await SigningClient.Ask(http, client.Sign(web))).Status);
        Assert.Equal(200, (await SigningClient.Ask(http, client.Sign(web, claims => claims["aud"] = "https://regentrack.example/oauth2/token"))).Status);
    }
}
