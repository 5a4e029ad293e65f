using System.Text.Json;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server;

/// <summary>An entry of a transaction says by its method and its url what it does with its resource, and does nothing else: what scopes are asked about is what happens.</summary>
internal static class TransactionRules
{
    public static Issue? Fault(FhirEntry entry)
    {
        var at = $"{entry.Place}.request";
        if (entry.Method is not ("POST" or "PUT" or "PATCH" or "DELETE"))
            return Issue.Error("not-supported", "entry-method", "트랜잭션의 method는 POST, PUT, PATCH, DELETE입니다. 읽기는 batch로 보내십시오.", "The method of a transaction's entry is POST, PUT, PATCH or DELETE. Send reads in a batch.", at + ".method");
        if (!IsAddress(entry))
            return Issue.Error("value", "entry-url", "url은 POST이면 'Type', 그 밖에는 'Type/id' 또는 'Type?조건' 꼴이어야 합니다.", "The url is 'Type' for POST, else 'Type/id' or 'Type?condition'.", at + ".url");
        if (!Carries(entry))
            return Issue.Error("invariant", "resource-type-mismatch", "resource가 method와 url에 맞지 않습니다.", "The resource does not fit the method and the url.", entry.At());
        return entry.Method == "PUT" && entry.Address is [_, var id] && entry.Resource.Text("id") != id
            ? Issue.Error("invariant", "id-mismatch", "resource의 id가 url의 id와 같아야 합니다.", "The resource's id must equal the id of the url.", entry.At("id"))
            : null;
    }

    private static bool IsAddress(FhirEntry entry) => (entry.Method, entry.Url.Contains('?', StringComparison.Ordinal)) switch
    {
        ("POST", var conditional) => !conditional && entry.Address.Count == 1,
        (_, true) => entry.Address.Count == 1,
        _ => entry.Address is [_, var id] && ReferencePath.IsId(id),
    };

    private static bool Carries(FhirEntry entry) => entry.Method switch
    {
        "DELETE" => entry.Resource.ValueKind == JsonValueKind.Undefined,
        "PATCH" => entry.Type is "Parameters" or "Binary",
        _ => entry.Type == entry.Address[0],
    };
}
