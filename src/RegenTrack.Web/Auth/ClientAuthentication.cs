using System.Text;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Web.Auth;

/// <summary>Who asks at the token endpoint: by a signed assertion (private_key_jwt), or the older way by a shared secret in the header or the form.</summary>
public sealed class ClientAuthentication(AssertionDoor assertions, ClientStore clients, TokenAddress address)
{
    /// <summary>By the names of RFC 8414.</summary>
    public static readonly IReadOnlyList<string> Methods = ["private_key_jwt", "client_secret_basic", "client_secret_post"];

    private const string Assertion = "client_assertion";

    /// <summary>Whether a request says who it is in more than one way.</summary>
    public static bool IsAmbiguous(HttpContext context, IFormCollection form) =>
        new[] { context.Request.Headers.Authorization.Count > 0, form.ContainsKey("client_secret"), form.ContainsKey(Assertion) }.Count(way => way) > 1;

    /// <summary>The client, or null.</summary>
    public async Task<SystemClient?> Of(HttpContext context, IFormCollection form, CancellationToken ct)
    {
        if (form.ContainsKey(Assertion))
            return await ByAssertion(context, form, ct);
        var basic = context.Request.Headers.Authorization.ToString();
        return (basic.Length > 0 ? OfHeader(basic) : OfForm(form)) is var (id, secret) ? await clients.Check(id, secret, ct) : null;
    }

    private async Task<SystemClient?> ByAssertion(HttpContext context, IFormCollection form, CancellationToken ct)
    {
        if (form["client_assertion_type"] != AssertionDoor.Type)
            return null;
        var client = await assertions.Open(form[Assertion].ToString(), address.Of(context), context.Connection.RemoteIpAddress?.ToString(), ct);
        return form.ContainsKey("client_id") && form["client_id"] != client?.Id ? null : client;
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
}
