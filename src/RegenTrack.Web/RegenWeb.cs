using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.WebEncoders;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Pages;

namespace RegenTrack.Web;

/// <summary>The officers' web: pages, sign-in, tokens, static files. The host adds the application and its database beside it.</summary>
public static class RegenWeb
{
    private static readonly string[] Apis = ["/fhir", "/oauth2", "/health", "/.well-known"];

    public static WebApplicationBuilder AddRegenWeb(this WebApplicationBuilder builder)
    {
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.Services.AddRegenAuth();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Translate>(_ => PageLanguage.Say);
        builder.Services.AddRazorPages().AddMvcOptions(PageMessages.Configure).AddMvcOptions(mvc =>
        {
            mvc.Filters.Add<NulRefusal>();
            mvc.Filters.Add<UnhandledForm>();
            mvc.ModelBinderProviders.Insert(0, new TickBinder());
        });
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "regentrack.form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        // Korean text stays readable in the page source and a third of the size.
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return builder;
    }

    public static WebApplication MapRegenWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UsePageLanguage();
        app.UseWhen(context => !IsApi(context), pages => pages
            .UseExceptionHandler("/status/500")
            .UseStatusCodePagesWithReExecute("/status/{0}"));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        // After them: the FHIR API is limited by who asks.
        app.UseRateLimiter();
        app.UsePasswordFirst();
        app.UseWhen(context => !IsApi(context), pages => pages.UseBodyLimit());

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapPost(TokenEndpoint.Path, TokenEndpoint.Answer).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(RateLimits.Token);
        return app;
    }

    private static bool IsApi(HttpContext context) => Apis.Any(api => context.Request.Path.StartsWithSegments(api));
}
