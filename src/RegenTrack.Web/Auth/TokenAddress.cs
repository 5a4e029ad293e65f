using System.Net;
using Microsoft.Extensions.Options;

namespace RegenTrack.Web.Auth;

/// <summary>The token endpoint's own address: what discovery names and what assertions must be addressed to.</summary>
public sealed class TokenAddress(IOptions<AuthOptions> options)
{
    /// <summary>By configuration. Without any, a request that reached this machine by its loopback is answered under the name it used; nobody else's Host header counts.</summary>
    public string Of(HttpContext context)
    {
        var origin = options.Value.Issuer.TrimEnd('/');
        var (host, connection) = (context.Request.Host, context.Connection);
        var near = origin == AuthOptions.DefaultIssuer
            && connection.LocalIpAddress is { } local && IPAddress.IsLoopback(local) && host.Port == connection.LocalPort
            && (host.Host == "localhost" || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)));
        return (near ? $"{context.Request.Scheme}://{host}" : origin) + TokenEndpoint.Path;
    }
}
