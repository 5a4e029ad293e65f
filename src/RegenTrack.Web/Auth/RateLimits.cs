using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace RegenTrack.Web.Auth;

/// <summary>Brakes on guessing passwords and secrets, per network address and minute.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Token = "token";

    public static IServiceCollection AddRegenRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter => limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<AuthOptions>>((limiter, options) =>
        {
            limiter.AddPolicy(SignIn, context => PerMinute(context, options.Value.SignInsPerMinute));
            limiter.AddPolicy(Token, context => PerMinute(context, options.Value.TokensPerMinute));
        });
        return services;
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) => HttpMethods.IsGet(context.Request.Method)
        ? RateLimitPartition.GetNoLimiter("reading")
        : RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
