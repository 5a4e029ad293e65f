using Microsoft.IdentityModel.Tokens;

namespace RegenTrack.Web.Auth.Assertions;

/// <summary>A public key with which a client signs its assertions.</summary>
/// <param name="Id">The <c>kid</c>.</param>
/// <param name="Algorithm">RS384 or ES384: what this key signs with, whatever an assertion says.</param>
/// <param name="Thumbprint">RFC 7638, SHA-256, base64url.</param>
/// <param name="Json">The JWK, public members only.</param>
public sealed record ClientKey(string Id, string Algorithm, string Thumbprint, string Json)
{
    public JsonWebKey Key() => new(Json);
}
