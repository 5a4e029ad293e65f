using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RegenTrack.Web.Auth;

/// <summary>Whoever signed in with a password that somebody else set goes to change it first.</summary>
public static class PasswordFirst
{
    private static readonly string[] Open = ["/account/password", "/sign-out", "/preferences", "/sign-in", "/status"];

    public static IApplicationBuilder UsePasswordFirst(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var bound = context.User.HasClaim(Claims.MustChange, "true")
            && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
            && !Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
        if (!bound)
            return next(context);
        context.Response.Redirect("/account/password");
        return Task.CompletedTask;
    });
}
