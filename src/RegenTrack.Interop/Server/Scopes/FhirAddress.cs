using Microsoft.AspNetCore.Http;

namespace RegenTrack.Interop.Server.Scopes;

/// <summary>What a method and an address ask for.</summary>
/// <param name="Type">As it is written; <c>*</c> for every type; null when no type is asked for.</param>
/// <param name="Id">As it is written.</param>
/// <param name="Code">Of http://hl7.org/fhir/restful-interaction; <c>operation</c> for operations.</param>
/// <param name="Needs">What a token must allow; none: nothing, or it depends on the content.</param>
internal sealed record FhirAddress(string? Type, string? Id, string Code, Interactions Needs)
{
    public static FhirAddress Of(HttpRequest request) =>
        Of(request.Method, request.Path.StartsWithSegments(FhirServer.Root, out var rest) ? rest.Value ?? "" : "");

    /// <param name="path">Under the base; a query is not looked at.</param>
    public static FhirAddress Of(string method, string path) => path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => new(null, null, "transaction", Interactions.None),
        ["metadata"] or [".well-known", ..] => new(null, null, "capabilities", Interactions.None),
        ["_history"] => new(Scope.AnyType, null, "history-system", Interactions.Search),
        ["_search"] => new(Scope.AnyType, null, "search-system", Interactions.Search),
        [['$', ..] operation, ..] => Operation(method, Scope.AnyType, null, operation),
        [var type] => OfType(method, type),
        [var type, "_history"] => new(type, null, "history-type", Interactions.Search),
        [var type, "_search"] => new(type, null, "search-type", Interactions.Search),
        [var type, ['$', ..] operation, ..] => Operation(method, type, null, operation),
        [var type, var id] => OfInstance(method, type, id),
        [var type, var id, "_history"] => new(type, id, "history-instance", Interactions.Read),
        [var type, var id, "_history", ..] => new(type, id, "vread", Interactions.Read),
        [var type, var id, var operation, ..] => Operation(method, type, id, operation),
    };

    private static FhirAddress OfType(string method, string type) => method switch
    {
        "POST" => new(type, null, "create", Interactions.Create),
        "PUT" => new(type, null, "update", Interactions.Update),
        "PATCH" => new(type, null, "patch", Interactions.Update),
        "DELETE" => new(type, null, "delete", Interactions.Delete),
        _ => new(type, null, "search-type", Interactions.Search),
    };

    private static FhirAddress OfInstance(string method, string type, string id) => method switch
    {
        "PUT" => new(type, id, "update", Interactions.Update),
        "PATCH" => new(type, id, "patch", Interactions.Update),
        "DELETE" => new(type, id, "delete", Interactions.Delete),
        _ => new(type, id, "read", Interactions.Read),
    };

    // An operation that is not named here is taken for one that changes something, unless it is asked for by GET.
    private static FhirAddress Operation(string method, string type, string? id, string operation) => new(type, id, "operation", operation switch
    {
        "$validate" => Interactions.None,

        // Which types, an export itself asks.
        "$export" or "$export-status" or "$export-file" => Interactions.None,
        "$submit" => Interactions.Create,
        "$everything" or "$trace" or "$status" or "$events" => Interactions.Read,
        "$lastn" => Interactions.Search,
        _ => method is "GET" or "HEAD" ? Interactions.Read : Interactions.Update,
    });
}
