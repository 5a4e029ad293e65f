using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace RegenTrack.Web.Auth;

/// <summary>Reads <c>Authorization: Bearer</c> (RFC 6750).</summary>
public sealed class BearerHandler(IOptionsMonitor<BearerOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessTokens tokens)
    : AuthenticationHandler<BearerOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        return await tokens.Check(header[Prefix.Length..].Trim(), Context.RequestAborted) is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme))
            : AuthenticateResult.Fail("The access token is not valid.");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failed = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = failed ? "Bearer realm=\"RegenTrack\", error=\"invalid_token\"" : "Bearer realm=\"RegenTrack\"";
        await Options.WriteRefusal(Context, StatusCodes.Status401Unauthorized);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        await Options.WriteRefusal(Context, StatusCodes.Status403Forbidden);
    }
}

/// <summary>Options of the bearer scheme.</summary>
public sealed class BearerOptions : AuthenticationSchemeOptions
{
    /// <summary>Writes the body of a 401 or 403 in the words of the API behind it. Status and WWW-Authenticate are already set.</summary>
    public Func<HttpContext, int, Task> WriteRefusal { get; set; } = (_, _) => Task.CompletedTask;
}
