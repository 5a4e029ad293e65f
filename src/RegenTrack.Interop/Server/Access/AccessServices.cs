using Microsoft.Extensions.DependencyInjection;

namespace RegenTrack.Interop.Server.Access;

/// <summary>Puts the log of accesses into a host; its tables are <see cref="AccessTable.Steps"/>.</summary>
public static class AccessServices
{
    public static IServiceCollection AddAccessLog(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IAccessLog, AccessLog>().AddHostedService<AccessRetention>().AddSingleton<AccessQuery>().Door<AuditEventDoor>();
    }
}
