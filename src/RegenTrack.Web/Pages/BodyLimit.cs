using Microsoft.AspNetCore.Http.Features;

namespace RegenTrack.Web.Pages;

/// <summary>A body that says that it is larger than its page takes is refused with a page that says so.</summary>
internal static class BodyLimit
{
    private const long Swallowed = 256L << 20;

    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (size is null || !(context.Request.ContentLength > size.MaxRequestBodySize))
        {
            await next(context);
            return;
        }

        // A browser shows the answer only after it has sent everything; for somebody signed in that is waited for.
        if (context.User.Identity is { IsAuthenticated: true } && context.Request.ContentLength <= Swallowed && !size.IsReadOnly)
        {
            size.MaxRequestBodySize = null;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });
}
