using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RegenTrack.Interop.Server.Scopes;

/// <summary>What a host says about its token endpoint.</summary>
public interface ITokenService
{
    /// <summary>Its address as the caller reaches it.</summary>
    string Address(HttpContext http);

    IReadOnlyList<string> GrantTypes { get; }

    IReadOnlyList<string> AuthenticationMethods { get; }

    IReadOnlyList<string> SigningAlgorithms { get; }
}

/// <summary>GET .well-known/smart-configuration: how a hospital's system gets a token, and for what.</summary>
internal static class SmartConfiguration
{
    public const string Path = "/.well-known/smart-configuration";

    public static IResult Get(HttpContext http, DoorMap doors, ITokenService tokens)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new JsonObject
        {
            ["token_endpoint"] = tokens.Address(http),
            ["grant_types_supported"] = Names(tokens.GrantTypes),
            ["token_endpoint_auth_methods_supported"] = Names(tokens.AuthenticationMethods),
            ["token_endpoint_auth_signing_alg_values_supported"] = Names(tokens.SigningAlgorithms),
            ["scopes_supported"] = Names(Scopes(doors).Select(scope => scope.ToString())),
            ["capabilities"] = Names(["client-confidential-asymmetric", "client-confidential-symmetric", "permission-v1", "permission-v2"]),
        });
    }

    /// <summary>The widest scope of each type that is served, and the two of all types.</summary>
    public static IEnumerable<Scope> Scopes(DoorMap doors) =>
    [
        new("system", Scope.AnyType, Interactions.All),
        new("system", Scope.AnyType, Interactions.Read | Interactions.Search),
        .. doors.Types.Select(type => new Scope("system", type, Served(doors.Interactions(type)))).Where(scope => scope.Interactions != Interactions.None),
    ];

    private static Interactions Served(IEnumerable<string> codes) => codes.Aggregate(Interactions.None, (all, code) => all | code switch
    {
        "create" => Interactions.Create,
        "read" or "vread" or "history-instance" => Interactions.Read,
        "update" or "patch" => Interactions.Update,
        "delete" => Interactions.Delete,
        "search-type" or "history-type" => Interactions.Search,
        _ => Interactions.None,
    });

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
