using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Web.Auth;

/// <summary>What discovery says about the token endpoint.</summary>
internal sealed class TokenService(TokenAddress address) : ITokenService
{
    public IReadOnlyList<string> GrantTypes { get; } = [TokenEndpoint.GrantType];

    public IReadOnlyList<string> AuthenticationMethods => ClientAuthentication.Methods;

    public IReadOnlyList<string> SigningAlgorithms => AssertionDoor.Algorithms;

    public string Address(HttpContext http) => address.Of(http);
}
