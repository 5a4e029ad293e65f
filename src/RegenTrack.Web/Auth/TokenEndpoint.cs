using System.Text;
using System.Text.Json.Serialization;

namespace RegenTrack.Web.Auth;

/// <summary><c>POST /oauth2/token</c>: OAuth 2.0 client credentials (RFC 6749 section 4.4) with client_secret_basic or client_secret_post.</summary>
public static class TokenEndpoint
{
    public const string Path = "/oauth2/token";

    /// <summary>The one scope that a client has: everything of its own institution.</summary>
    public const string Scope = "system/*.cruds";

    public static async Task<IResult> Answer(HttpContext context, ClientStore clients, AccessTokens tokens, AuthLog log, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        if (!context.Request.HasFormContentType)
            return Refuse("invalid_request", "The request body must be application/x-www-form-urlencoded.");
        var form = await context.Request.ReadFormAsync(ct);
        if (form.Any(field => field.Value.Count > 1))
            return Refuse("invalid_request", "A parameter is repeated.");

        var basic = context.Request.Headers.Authorization.ToString();
        if (basic.Length > 0 && form.ContainsKey("client_secret"))
            return Refuse("invalid_request", "Use one way of client authentication, not two.");
        if ((basic.Length > 0 ? OfHeader(basic) : OfForm(form)) is not var (id, secret)
            || await clients.Check(id, secret, ct) is not { } client)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"RegenTrack\"";
            return Refuse("invalid_client", "Client id or secret is wrong, or the client is revoked.", StatusCodes.Status401Unauthorized);
        }

        switch (form["grant_type"].ToString())
        {
            case "":
                return Refuse("invalid_request", "grant_type is missing.");
            case not "client_credentials":
                return Refuse("unsupported_grant_type", "Only client_credentials is supported.");
        }

        if (form["scope"].ToString() is not ("" or Scope))
            return Refuse("invalid_scope", $"The only scope is {Scope}.");
        var token = await tokens.Issue(client, ct);
        await log.Write(client.Id, "token-issued", client.Id, context.Connection.RemoteIpAddress?.ToString(), ct);
        return Results.Json(new TokenReply(token, "Bearer", (int)tokens.Lifetime.TotalSeconds, Scope));
    }

    private static (string Id, string Secret)? OfForm(IFormCollection form) =>
        form.ContainsKey("client_id") && form.ContainsKey("client_secret") ? (form["client_id"].ToString(), form["client_secret"].ToString()) : null;

    private static (string Id, string Secret)? OfHeader(string header)
    {
        const string prefix = "Basic ";
        var buffer = new byte[header.Length];
        if (!header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[prefix.Length..].Trim(), buffer, out var length))
            return null;
        // RFC 6749 section 2.3.1: both parts are form-encoded before they are joined.
        return Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [var id, var secret]
            ? (System.Net.WebUtility.UrlDecode(id), System.Net.WebUtility.UrlDecode(secret))
            : null;
    }

    private static IResult Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new TokenRefusal(error, description), statusCode: status);

    private sealed record TokenReply(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope);

    private sealed record TokenRefusal(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description);
}
