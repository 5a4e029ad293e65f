using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server.Scopes;

/// <summary>What the token's scopes do not allow is refused before anything is read. 403 names the scope that would do.</summary>
internal static class ScopeGate
{
    public const string Claim = "scope";

    public static GrantedScopes Of(ClaimsPrincipal user) => GrantedScopes.Parse(user.FindFirstValue(Claim));

    /// <summary>The refusal of what an address asks for, or null.</summary>
    public static FhirReply? Refusal(HttpContext http)
    {
        var address = FhirAddress.Of(http.Request);
        return address.Needs == Interactions.None || Of(http.User).For(address.Type!, address.Needs).Allowed ? null : FhirReply.Failed(403, Needed(address));
    }

    /// <summary>The refusal of one entry of a Bundle, or null.</summary>
    public static Issue? Refusal(FhirEntry entry, GrantedScopes scopes)
    {
        var address = FhirAddress.Of(entry.Method, entry.Url);
        return address.Needs == Interactions.None || scopes.For(address.Type!, address.Needs).Allowed ? null : Needed(address, entry.Place);
    }

    /// <summary>The refusal of a search that a request implies, or null.</summary>
    /// <param name="expression">FHIRPath of what implies it.</param>
    public static Issue? SearchRefusal(string type, GrantedScopes scopes, string? expression = null) =>
        scopes.For(type, Interactions.Search).Allowed ? null : Needed(new FhirAddress(type, null, "search-type", Interactions.Search), expression);

    /// <summary>The refusal of reading resources of a type that a request implies, or null.</summary>
    public static Issue? ReadRefusal(string type, GrantedScopes scopes, string? expression = null) =>
        scopes.For(type, Interactions.Read).Allowed ? null : Needed(new FhirAddress(type, null, "read", Interactions.Read), expression);

    /// <summary>The refusal of an export of a type.</summary>
    public static Issue ExportRefusal(string type) => Needed(new FhirAddress(type, null, "operation", Interactions.Read | Interactions.Search));

    private static Issue Needed(FhirAddress address, string? expression = null)
    {
        // An unknown type is whatever the caller wrote: it is not repeated.
        var type = address.Type == Scope.AnyType || Fhir.Definitions.R4.Definitions.IsResource(address.Type!) ? address.Type! : Scope.AnyType;
        var needed = new Scope("system", type, address.Needs);
        return Issue.Error("forbidden", "scope-insufficient", $"이 토큰의 범위로는 할 수 없습니다. 필요한 범위: {needed}", $"The token's scopes do not allow that. Needed: {needed}", expression);
    }
}
