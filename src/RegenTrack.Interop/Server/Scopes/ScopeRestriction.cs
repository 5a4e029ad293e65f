using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Scopes;

/// <summary>The search query of a scope, asked of one resource: exact codes, references and addresses. What it does not understand fits nothing.</summary>
internal static class ScopeRestriction
{
    private static readonly SearchParameters Parameters = new(Catalogue.R4, TimeSpan.FromHours(9));

    /// <summary>Whether a resource fits one of the queries, or there are none.</summary>
    public static bool Fits(IReadOnlyList<string> restrictions, JsonElement resource)
    {
        if (restrictions.Count == 0)
            return true;
        var keys = Parameters.Extract(resource);
        return restrictions.Any(query => query.Split('&').All(parameter => Holds(parameter.Split('=', 2), keys)));
    }

    /// <summary>Whether a scope's query names parameters that can be asked, of its type (of all types when it has none).</summary>
    public static bool IsUnderstood(Scope scope) => scope.Query.Length == 0 || scope.Query.Split('&').All(parameter =>
        Parameters.For(scope.Type == Scope.AnyType ? "Resource" : scope.Type).Any(one =>
            one.Code == parameter.Split('=')[0] && one.Type is SearchType.Token or SearchType.Reference or SearchType.Uri));

    private static bool Holds(string[] parameter, IReadOnlyList<SearchKey> keys) =>
        parameter is [var name, var values] && values.Split(',').Select(Uri.UnescapeDataString).Any(value => keys.Any(key => key.Parameter == name && IsEqual(key, value)));

    private static bool IsEqual(SearchKey key, string value) => key switch
    {
        TokenKey token => IsToken(token, value),
        ReferenceKey { IsContained: false } reference => reference.Url == value || (reference.Id is { } id && (id == value || $"{reference.Type}/{id}" == value)),
        UriKey uri => uri.Uri == value,
        _ => false,
    };

    private static bool IsToken(TokenKey token, string value) => value.Split('|', 2) switch
    {
        [var code] => token.Code == code,
        [var system, ""] => token.System == system,
        [var system, var code] => token.Code == code && (token.System ?? "") == system,
        _ => false,
    };
}
