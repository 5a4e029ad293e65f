using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RegenTrack.Interop.Notices;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Web.Auth;

/// <summary>Puts sign-in, tokens, policies and keys together. Needs an NpgsqlDataSource among the services.</summary>
public static class AuthRegistration
{
    public static IServiceCollection AddRegenAuth(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AuthLog>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<PasswordDoor>();
        services.AddSingleton<ClientStore>().AddSingleton<IClientCeilings, ClientCeilings>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<KeyFetch>().AddSingleton<PublishedKeys>().AddSingleton<ClientKeys>().AddSingleton<SpentAssertions>().AddSingleton<AssertionDoor>();
        services.AddSingleton<TokenAddress>().AddSingleton<ClientAuthentication>().AddSingleton<ITokenService, TokenService>();
        services.AddHostedService<AssertionSweep>();
        services.AddSingleton<DatabaseSessions>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AbsentWhenForbidden>();

        services.AddDataProtection().SetApplicationName("RegenTrack");
        services.AddSingleton<DatabaseKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeyRing>((keys, ring) => keys.XmlRepository = ring);

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "regentrack.session";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.LoginPath = "/sign-in";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.SlidingExpiration = true;
            })
            .AddScheme<BearerOptions, BearerHandler>(BearerHandler.Scheme, null);
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<DatabaseSessions, IOptions<AuthOptions>>((cookie, sessions, options) =>
            {
                cookie.SessionStore = sessions;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.Value.SessionMinutes);
            });

        return services.AddRegenPolicies().AddRegenRateLimits();
    }
}
