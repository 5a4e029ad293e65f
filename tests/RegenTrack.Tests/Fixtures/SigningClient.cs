using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Tests.Fixtures;

/// <summary>A hospital's system with a key pair of its own, as SMART Backend Services has it.</summary>
internal sealed class SigningClient(string id, string kid, AsymmetricSecurityKey key, string algorithm)
{
    public const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Id => id;

    public static SigningClient Rsa(string id, string kid = "key-1", int bits = 2048) => new(id, kid, new RsaSecurityKey(RSA.Create(bits)) { KeyId = kid }, SecurityAlgorithms.RsaSha384);

    public static SigningClient Ec(string id, string kid = "key-1") => new(id, kid, new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP384)) { KeyId = kid }, SecurityAlgorithms.EcdsaSha384);

    /// <summary>The public half as a JWK.</summary>
    public Dictionary<string, string> Jwk()
    {
        var jwk = key is RsaSecurityKey rsa ? JsonWebKeyConverter.ConvertFromRSASecurityKey(rsa) : JsonWebKeyConverter.ConvertFromECDsaSecurityKey((ECDsaSecurityKey)key);
        string?[][] members = [["kty", jwk.Kty], ["kid", kid], ["alg", algorithm], ["use", "sig"], ["n", jwk.N], ["e", jwk.E], ["crv", jwk.Crv], ["x", jwk.X], ["y", jwk.Y]];
        return members.Where(member => member[1] is not null).ToDictionary(member => member[0]!, member => member[1]!);
    }

    /// <summary>Both halves of an RSA key as a JWK, for a program of its own that signs with it.</summary>
    public Dictionary<string, string> PrivateJwk()
    {
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey((RsaSecurityKey)key);
        return new() { ["kty"] = jwk.Kty, ["kid"] = kid, ["n"] = jwk.N, ["e"] = jwk.E, ["d"] = jwk.D, ["p"] = jwk.P, ["q"] = jwk.Q, ["dp"] = jwk.DP, ["dq"] = jwk.DQ, ["qi"] = jwk.QI };
    }

    public static string Jwks(params SigningClient[] clients) => JsonSerializer.Serialize(new { keys = clients.Select(client => client.Jwk()) });

    /// <summary>Registers the client with this key.</summary>
    public async Task<SigningClient> Register(RunningWeb web, string institution, string ceiling = SystemClient.Everything)
    {
        var cancellation = TestContext.Current.CancellationToken;
        Assert.True(await web.Services.GetRequiredService<ClientStore>().Register(id, id, institution, GrantedScopes.Parse(ceiling), null, "test", cancellation));
        await AddKey(web);
        return this;
    }

    public async Task AddKey(RunningWeb web) => Assert.Empty(await web.Services.GetRequiredService<ClientKeys>().Add(
        id, KeySet.Read(Jwks(this)).Keys, "test", TestContext.Current.CancellationToken));

    /// <summary>A good assertion, but for what is changed.</summary>
    /// <param name="change">Claims to change; null removes one.</param>
    public string Sign(RunningWeb web, Action<Dictionary<string, object?>>? change = null, SigningCredentials? credentials = null)
    {
        var now = web.Time.GetUtcNow();
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = id,
            ["sub"] = id,
            ["aud"] = new Uri(web.Address, "/oauth2/token").ToString(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
        };
        change?.Invoke(claims);
        return Handler.CreateToken(
            JsonSerializer.Serialize(claims.Where(claim => claim.Value is not null).ToDictionary()), credentials ?? new SigningCredentials(key, algorithm));
    }

    /// <summary>Asks for a token; status and body of the answer.</summary>
    public static async Task<(int Status, JsonElement Body)> Ask(HttpClient http, string assertion, string? scope = null)
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_assertion_type"] = AssertionType, ["client_assertion"] = assertion };
        if (scope is not null)
            fields["scope"] = scope;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri("/oauth2/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    /// <summary>A hospital's client with a token for these scopes (null: all that it may).</summary>
    public async Task<HospitalClient> SignIn(RunningWeb web, string? scope = null)
    {
        var http = web.Client();
        var (status, body) = await Ask(http, Sign(web), scope);
        Assert.True(status == 200, body.ToString());
        http.DefaultRequestHeaders.Authorization = new("Bearer", body.GetProperty("access_token").GetString());
        return new HospitalClient(http);
    }
}
