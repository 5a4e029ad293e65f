using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Web.Auth;

/// <summary>A hospital's own system that speaks FHIR for one institution.</summary>
/// <param name="Generation">Counts secrets, removed keys and narrowed scopes; tokens of an earlier generation are void.</param>
/// <param name="RevokedAt">UTC instant since which it may not speak; null while it may.</param>
/// <param name="Ceiling">The most that its tokens may allow, as SMART scopes.</param>
/// <param name="KeysUrl">Where its public keys (JWKS) are fetched; null when they are registered here.</param>
/// <param name="HasSecret">Whether it may also get tokens by a shared secret, the older way.</param>
public sealed record SystemClient(
    string Id, string Name, string Institution, int Generation, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt, string Ceiling, Uri? KeysUrl, bool HasSecret)
{
    /// <summary>Everything of the own institution.</summary>
    public const string Everything = "system/*.cruds";

    public GrantedScopes Scopes => GrantedScopes.Parse(Ceiling);
}
