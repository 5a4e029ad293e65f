using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RegenTrack.Web.Auth.Assertions;

/// <summary>Checks a client's signed assertion (RFC 7523, SMART Backend Services). Whatever is wrong with it, the answer is the same.</summary>
public sealed class AssertionDoor(ClientStore clients, ClientKeys keys, SpentAssertions spent, AuthLog log, IOptions<AuthOptions> options, TimeProvider clock)
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private const int Longest = 8 * 1024;
    private const int LongestId = 256;
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };

    /// <summary>The signing algorithms that are understood.</summary>
    public static readonly IReadOnlyList<string> Algorithms = [SecurityAlgorithms.RsaSha384, SecurityAlgorithms.EcdsaSha384];

    /// <summary>The client that signed an assertion, which is used up thereby; or null.</summary>
    /// <param name="audience">This token endpoint's address.</param>
    public async Task<SystemClient?> Open(string assertion, string audience, string? source, CancellationToken ct)
    {
        if (assertion.Length > Longest || Read(assertion) is not { } jwt || await clients.Find(jwt.Issuer, ct) is not { RevokedAt: null } client)
            return null;
        if (await Holds(jwt, client, audience, ct) && await spent.Spend(client.Id, jwt.Id, jwt.ValidTo + Leeway, ct))
            return client;
        await log.Write(client.Id, "assertion-refused", client.Id, source, ct);
        return null;
    }

    private TimeSpan Leeway => TimeSpan.FromSeconds(options.Value.ClockLeewaySeconds);

    private static JsonWebToken? Read(string assertion)
    {
        if (!Handler.CanReadToken(assertion))
            return null;
        try
        {
            var jwt = Handler.ReadJsonWebToken(assertion);
            return jwt is { Kid.Length: > 0, Issuer.Length: > 0, Id.Length: > 0 and <= LongestId } && jwt.Issuer == jwt.Subject && !jwt.Kid.Any(char.IsControl) && Algorithms.Contains(jwt.Alg) ? jwt : null;
        }
        catch (Exception broken) when (broken is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private async Task<bool> Holds(JsonWebToken jwt, SystemClient client, string audience, CancellationToken ct)
    {
        if (await keys.Find(client, jwt.Kid, ct) is not { } key)
            return false;
        var result = await Handler.ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            ValidIssuer = client.Id,
            ValidAudience = audience,
            ValidAlgorithms = [key.Algorithm],
            IssuerSigningKey = key.Key(),
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => IsShort(from, until),
        });
        return result.IsValid;
    }

    private bool IsShort(DateTime? from, DateTime? until) =>
        clock.GetUtcNow().UtcDateTime is var now && until is { } end && end > now - Leeway && end <= now + MostAhead + Leeway && (from is not { } start || start <= now + Leeway);
}
