using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Web.Auth;

/// <summary>Makes and checks the access tokens of system clients: JWT, ES256, bound to issuer, audience, client, institution and secret.</summary>
public sealed class AccessTokens(SigningKeys keys, ClientStore clients, IOptions<AuthOptions> options, TimeProvider clock)
{
    private const string GenerationClaim = "gen";
    private const string ScopeClaim = "scope";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    public TimeSpan Lifetime => TimeSpan.FromMinutes(options.Value.TokenMinutes);

    /// <summary>A token for everything that the client may do.</summary>
    public Task<string> Issue(SystemClient client, CancellationToken ct) => Issue(client, client.Scopes, Lifetime, ct);

    public async Task<string> Issue(SystemClient client, GrantedScopes scopes, TimeSpan lifetime, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Value.Issuer,
            Audience = options.Value.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            TokenType = "at+jwt",
            Claims = new Dictionary<string, object>
            {
                ["sub"] = client.Id,
                ["client_id"] = client.Id,
                ["jti"] = Guid.NewGuid().ToString("N"),
                [ScopeClaim] = scopes.ToString(),
                [Claims.Institution] = client.Institution,
                [GenerationClaim] = client.Generation,
            },
            SigningCredentials = new SigningCredentials(await keys.Current(ct), SecurityAlgorithms.EcdsaSha256),
        });
    }

    /// <summary>The principal of a valid token of a client that has not been revoked since, or null.</summary>
    public async Task<ClaimsPrincipal?> Check(string token, CancellationToken ct)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = options.Value.Issuer,
            ValidAudience = options.Value.Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = ["at+jwt"],
            IssuerSigningKey = await keys.Current(ct),
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => clock.GetUtcNow().UtcDateTime is var now && from <= now && now < until,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt)
            return null;

        var client = await clients.Find(jwt.Subject, ct);
        if (client is null || client.RevokedAt is not null
            || !jwt.TryGetPayloadValue<int>(GenerationClaim, out var generation) || generation != client.Generation)
            return null;

        return new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, client.Id),
            new Claim(ClaimTypes.Role, nameof(Role.HospitalSystem)),
            new Claim(Claims.Institution, client.Institution),
            new Claim(ScopeClaim, jwt.TryGetPayloadValue<string>(ScopeClaim, out var scope) ? scope : ""),
        ], BearerHandler.Scheme));
    }
}
