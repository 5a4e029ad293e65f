using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Auth;

/// <summary>A page as the host serves it: found in the host, not in a list that somebody keeps.</summary>
public sealed record EveryPage(string Template, Type Model, EndpointMetadataCollection Metadata)
{
    public RequiresPermissionAttribute? Permission => Metadata.GetMetadata<RequiresPermissionAttribute>();

    public bool IsForAnybodySignedIn => Metadata.GetMetadata<SignedInAttribute>() is not null;

    public bool IsOpen => Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public bool HasParameters => Template.Contains('{', StringComparison.Ordinal);

    /// <summary>A path to the page; its parameters name nothing that exists.</summary>
    public string Path => "/" + string.Join('/', Template.Split('/').Where(part => !part.Contains('?', StringComparison.Ordinal)).Select(part => part.StartsWith('{') ? "no-such-thing" : part));

    public bool IsFor(Role role) => IsForAnybodySignedIn || (Permission is { } needed && role.Holds(needed.Permission));

    public static async Task<IReadOnlyList<EveryPage>> Of(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var found = new Dictionary<string, EveryPage>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            // A page's attributes are not in its route: the host reads them when it loads the page.
            var loaded = await loader.LoadAsync(page, endpoint.Metadata);
            found[page.ViewEnginePath] = new EveryPage(endpoint.RoutePattern.RawText ?? "", loaded.ModelTypeInfo!, new EndpointMetadataCollection(loaded.ModelTypeInfo!.GetCustomAttributes(inherit: true)));
        }

        return [.. found.Values];
    }
}
