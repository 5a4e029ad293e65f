using System.Text.Json.Serialization;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Web.Auth;

/// <summary><c>POST /oauth2/token</c>: OAuth 2.0 client credentials (RFC 6749 section 4.4) as SMART Backend Services profiles it.</summary>
public static class TokenEndpoint
{
    public const string Path = "/oauth2/token";
    public const string GrantType = "client_credentials";

    public static async Task<IResult> Answer(HttpContext context, ClientAuthentication authentication, AccessTokens tokens, AuthLog log, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        if (!UrlEncodedForm.IsSent(context.Request) || await UrlEncodedForm.Read(context.Request, ct) is not { } form)
            return Refuse("invalid_request", "The request body must be application/x-www-form-urlencoded, with a few fields.");
        if (form.Any(field => field.Value.Count > 1))
            return Refuse("invalid_request", "A parameter is repeated.");
        if (ClientAuthentication.IsAmbiguous(context, form))
            return Refuse("invalid_request", "Use one way of client authentication, not two.");
        if (await authentication.Of(context, form, ct) is not { } client)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"RegenTrack\"";
            return Refuse("invalid_client", "The client is not known, or did not prove who it is.", StatusCodes.Status401Unauthorized);
        }

        switch (form["grant_type"].ToString())
        {
            case "":
                return Refuse("invalid_request", "grant_type is missing.");
            case not GrantType:
                return Refuse("unsupported_grant_type", "Only client_credentials is supported.");
        }

        var asked = form["scope"].ToString();
        var scopes = asked.Length == 0 ? client.Scopes : GrantedScopes.Parse(asked).Within(client.Scopes);
        if (scopes.IsEmpty)
            return Refuse("invalid_scope", "None of these scopes is open to this client.");
        var token = await tokens.Issue(client, scopes, tokens.Lifetime, ct);
        await log.Write(client.Id, "token-issued", client.Id, context.Connection.RemoteIpAddress?.ToString(), ct);
        return Results.Json(new TokenReply(token, "Bearer", (int)tokens.Lifetime.TotalSeconds, scopes.ToString()));
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
