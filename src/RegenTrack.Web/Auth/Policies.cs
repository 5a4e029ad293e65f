using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Auth;

/// <summary>One policy per permission, named like it; <see cref="Fhir"/> for systems; <see cref="SignedIn"/> for anybody with an account.</summary>
public static class Policies
{
    /// <summary>A hospital system with a valid access token.</summary>
    public const string Fhir = "fhir";

    /// <summary>A person who is signed in, whatever the role.</summary>
    public const string SignedIn = "signed-in";

    public static IServiceCollection AddRegenPolicies(this IServiceCollection services)
    {
        var people = new AuthorizationPolicyBuilder(CookieAuthenticationDefaults.AuthenticationScheme).RequireAuthenticatedUser().Build();
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(people)
            .SetDefaultPolicy(people)
            .AddPolicy(SignedIn, people)
            .AddPolicy(Fhir, policy => policy
                .AddAuthenticationSchemes(BearerHandler.Scheme)
                .RequireAuthenticatedUser()
                .RequireRole(nameof(Role.HospitalSystem)));
        foreach (var permission in Enum.GetValues<Permission>())
        {
            authorization.AddPolicy(permission.ToString(), policy => policy
                .Combine(people)
                .RequireAssertion(context => context.User.ActorOrNull() is { } actor && actor.Role.Holds(permission)));
        }

        return services;
    }
}
