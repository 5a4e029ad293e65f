using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RegenTrack.Fhir.Validation;
using RegenTrack.Interop.Notices;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Interop.Server.Exports;
using RegenTrack.Interop.Server.Operations;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>Puts the FHIR API into a host. The host registers the doors, the application, the authentication scheme and the policy <c>fhir</c>.</summary>
public static class FhirServer
{
    public const string Root = "/fhir";
    public const string Policy = "fhir";

    /// <summary>Of the rate limiter, when the host has one.</summary>
    public const string RateLimit = "fhir";

    public static IServiceCollection AddFhir(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<Validator>(_ => new Validator()).AddSingleton<DoorMap>().AddSingleton<FhirExchange>().AddSingleton<RefusedAccesses>();
    }

    /// <summary>Before authentication: a fault of whatever stands in front of the endpoints, such as a database that is gone, is an OperationOutcome too.</summary>
    public static IApplicationBuilder UseFhirFaults(this IApplicationBuilder app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments(Root),
        api => api.UseExceptionHandler(fault => fault.Run(FhirHttp.WriteFault)));

    public static IEndpointRouteBuilder MapFhir(this IEndpointRouteBuilder routes)
    {
        var exchange = routes.ServiceProvider.GetRequiredService<FhirExchange>();
        var open = routes.MapGroup(Root).AllowAnonymous().DisableAntiforgery();
        open.MapGet("/metadata", (HttpContext http) => exchange.Answer(http, CapabilityEndpoint.Get));

        if (routes.ServiceProvider.GetService<ITokenService>() is { } tokens)
            open.MapGet(SmartConfiguration.Path, (HttpContext http) => SmartConfiguration.Get(http, routes.ServiceProvider.GetRequiredService<DoorMap>(), tokens));

        var guarded = routes.MapGroup(Root).RequireAuthorization(Policy).RequireRateLimiting(RateLimit).DisableAntiforgery();
        guarded.Map("/", (HttpContext http) => exchange.Answer(http, BundleEndpoint.Post));
        guarded.Map("/{type}", (HttpContext http, string type) => exchange.Answer(http, (context, doors) => TypeEndpoint.Answer(context, doors, type)));
        guarded.Map("/{type}/_search", (HttpContext http, string type) => exchange.Answer(http, (context, doors) => TypeEndpoint.SearchByForm(context, doors, type)));
        guarded.Map("/{type}/{id}", (HttpContext http, string type, string id) => exchange.Answer(http, (context, doors) => InstanceEndpoint.Answer(context, doors, type, id)));
        guarded.Map("/{type}/_history", (HttpContext http, string type) => exchange.Answer(http, (context, doors) => HistoryEndpoint.Answer(context, doors, type, null)));
        guarded.Map("/{type}/{id}/_history", (HttpContext http, string type, string id) => exchange.Answer(http, (context, doors) => HistoryEndpoint.Answer(context, doors, type, id)));
        guarded.Map("/{type}/{id}/_history/{version}", (HttpContext http, string type, string id, string version) =>
            exchange.Answer(http, (context, doors) => HistoryEndpoint.One(context, doors, type, id, version)));
        guarded.Map("/Task/$submit", (HttpContext http) => exchange.Answer(http, SubmitOperation.Answer));
        guarded.Map("/Patient/{id}/$everything", (HttpContext http, string id) => exchange.Answer(http, (context, doors) => TraceOperation.Everything(context, doors, id)));
        guarded.Map("/{type}/{id}/$trace", (HttpContext http, string type, string id) => exchange.Answer(http, (context, doors) => TraceOperation.Trace(context, doors, type, id)));
        guarded.Map("/Subscription/$status", (HttpContext http) => exchange.Answer(http, SubscriptionStatus.All));
        guarded.Map("/Subscription/{id}/$status", (HttpContext http, string id) => exchange.Answer(http, (context, doors) => SubscriptionStatus.One(context, id)));
        guarded.Map("/Subscription/{id}/$events", (HttpContext http, string id) => exchange.Answer(http, (context, doors) => SubscriptionEvents.Answer(context, id)));
        guarded.Map("/{type}/$validate", (HttpContext http, string type) => exchange.Answer(http, (context, doors) => ValidateOperation.Answer(context, doors, type)));
        if (routes.ServiceProvider.ServesExports())
            guarded.MapExports(exchange);
        guarded.Map("/{type}/{id}/{**rest}", (HttpContext http) => exchange.Answer(http, NotSupported));
        return routes;
    }

    private static Task<FhirReply> NotSupported(HttpContext http, DoorMap doors) => Task.FromResult(FhirReply.NotSupported);
}
