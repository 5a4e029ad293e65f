using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation;

/// <summary>What holds between the entries of a Bundle, and between an entry and its resource.</summary>
internal static class BundleRules
{
    public static void Check(Session session, JsonElement bundle, TypeDefinition type)
    {
        var property = type.Find("entry"u8)!;
        var index = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isHistory = bundle.Text("type") == "history";
        foreach (var entry in bundle.Items("entry"))
        {
            if (session.IsOver)
                return;
            session.Steps.Push(type, property, index++);
            var resource = entry.At("resource");
            if (entry.Text("fullUrl") is { } fullUrl)
                Address(session, entry, fullUrl, resource, isHistory ? null : seen);
            if (entry.At("request") is { } request && resource is { } sent)
                Request(session, request, sent);
            session.Steps.Pop();
        }
    }

    private static void Address(Session session, JsonElement entry, string fullUrl, JsonElement? resource, HashSet<string>? seen)
    {
        var at = entry.GetProperty("fullUrl");
        // bdl-7: only versions of the same resource may share an address.
        if (seen?.Add(fullUrl + '|' + resource?.Text("meta", "versionId")) == false)
            session.Report(Findings.BundleDuplicate(), at);
        if (resource is { } held && held.At("id") is { ValueKind: JsonValueKind.String } id
            && ReferenceRules.TypeIn(fullUrl, out var stated) is { } type && !(held.GetProperty("resourceType").ValueEquals(type) && id.ValueEquals(stated)))
            session.Report(Findings.BundleFullUrl(), at);
    }

    private static void Request(Session session, JsonElement request, JsonElement resource)
    {
        if (request.Text("url") is not { } url || resource.Text("resourceType") is not { } type)
            return;
        var fits = request.Text("method") switch
        {
            "POST" => url == type || url.Contains('$', StringComparison.Ordinal) || url.EndsWith("/_search", StringComparison.Ordinal),
            "PUT" => url.StartsWith(type + '?', StringComparison.Ordinal)
                || (url.StartsWith(type + '/', StringComparison.Ordinal) && url[(type.Length + 1)..] is var id && (resource.Text("id") is not { } own || own == id)),
            _ => true,
        };
        if (!fits)
            session.Report(Findings.BundleRequest(), request.GetProperty("url"));
    }
}
