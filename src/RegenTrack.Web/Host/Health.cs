using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace RegenTrack.Web.Host;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it is warm and its database answers.</summary>
internal static class Health
{
    public static IServiceCollection AddWarmUp(this IServiceCollection services)
    {
        services.AddSingleton<WarmUp>().AddHostedService(provider => provider.GetRequiredService<WarmUp>());
        services.AddHealthChecks().AddCheck<WarmUp>("ready");
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
