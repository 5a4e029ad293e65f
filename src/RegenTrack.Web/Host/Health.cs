using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace RegenTrack.Web.Host;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it is warm and its database answers.</summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services, bool warmUp)
    {
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        if (!warmUp)
            return;
        services.AddSingleton<WarmUp>().AddHostedService(provider => provider.GetRequiredService<WarmUp>());
        services.AddHealthChecks().AddCheck<WarmUp>("warm");
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
