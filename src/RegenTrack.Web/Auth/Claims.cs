using System.Security.Claims;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Auth;

/// <summary>The actor behind a request.</summary>
public static class Claims
{
    public const string Institution = "institution";
    public const string MustChange = "must-change";
    public const string DisplayName = "display-name";

    /// <summary>Who asks, or null when nobody is signed in.</summary>
    public static Actor? ActorOrNull(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(id, role, principal.FindFirstValue(Institution))
            : null;

    /// <summary>Who asks. Behind a policy there always is somebody.</summary>
    public static Actor Actor(this HttpContext context) =>
        context.User.ActorOrNull() ?? throw new InvalidOperationException("The request is anonymous: its endpoint has no policy.");

    public static ClaimsPrincipal PrincipalOf(Account account, string scheme)
    {
        var identity = new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id),
            new Claim(ClaimTypes.Role, account.Role.ToString()),
            new Claim(DisplayName, account.Name),
        ], scheme);
        if (account.MustChange)
            identity.AddClaim(new Claim(MustChange, "true"));
        return new ClaimsPrincipal(identity);
    }
}
