using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>Puts Bulk Data exports into a host; their tables are <see cref="ExportTable.Steps"/>.</summary>
public static class ExportServices
{
    /// <summary>What a server of them says that it is.</summary>
    internal const string Capability = "http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data";

    public static IServiceCollection AddExports(this IServiceCollection services)
    {
        services.AddOptions<ExportOptions>().BindConfiguration(ExportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<ExportStore>().AddSingleton<ExportPages>().AddSingleton(Work).AddHostedService(provider => provider.GetRequiredService<ExportWork>());
    }

    private static ExportWork Work(IServiceProvider provider) => new(
        provider.GetRequiredService<NpgsqlDataSource>(),
        provider.GetRequiredService<ResourcesAsOf>(),
        provider.GetRequiredService<ExportPages>(),
        provider.GetRequiredService<IOptions<ExportOptions>>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<ExportWork>>());

    internal static bool ServesExports(this IServiceProvider services) => services.GetService<ExportStore>() is not null;

    internal static void MapExports(this RouteGroupBuilder guarded, FhirExchange exchange)
    {
        guarded.Map("/$export", (HttpContext http) => exchange.Answer(http, ExportEndpoint.OfAll));
        guarded.Map("/Patient/$export", (HttpContext http) => exchange.Answer(http, ExportEndpoint.OfPatients));
        guarded.Map("/Group/{id}/$export", (HttpContext http, string id) => exchange.Answer(http, (context, doors) => ExportEndpoint.OfGroup(context, doors, id)));
        guarded.Map("/$export-status/{id}", (HttpContext http, string id) => exchange.Answer(http, (context, _) => ExportStatus.Answer(context, id)));
        guarded.Map("/$export-file/{id}/{number}", (HttpContext http, string id, string number) => exchange.Answer(http, (context, _) => ExportContent.Answer(context, id, number)));
    }
}
