using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using RegenTrack.Interop.Server;

namespace RegenTrack.Web.Auth;

/// <summary>Brakes on guessing passwords and secrets, per network address and minute, and on what one client may ask of the FHIR API.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Token = "token";

    public static IServiceCollection AddRegenRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = Refuse;
        });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<AuthOptions>>((limiter, options) =>
        {
            limiter.AddPolicy(SignIn, context => PerMinute(context, options.Value.SignInsPerMinute));
            limiter.AddPolicy(Token, context => PerMinute(context, options.Value.TokensPerMinute));
            limiter.AddPolicy(FhirServer.RateLimit, context => PerSecond(context, options.Value.FhirRequestsPerSecond));
        });
        return services;
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) => HttpMethods.IsGet(context.Request.Method)
        ? RateLimitPartition.GetNoLimiter("reading")
        : RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });

    private static RateLimitPartition<string> PerSecond(HttpContext context, int permits) => RateLimitPartition.GetTokenBucketLimiter(
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "nobody",
        _ => new TokenBucketRateLimiterOptions { TokenLimit = 2 * permits, TokensPerPeriod = permits, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });

    private static ValueTask Refuse(OnRejectedContext rejected, CancellationToken ct)
    {
        var http = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        if (http.Request.Path.StartsWithSegments(FhirServer.Root))
            return new(FhirHttp.WriteTooMany(http));
        return http.Request.Path == TokenEndpoint.Path
            ? new(http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["error"] = "temporarily_unavailable", ["error_description"] = "Too many requests." }, ct))
            : default;
    }
}
