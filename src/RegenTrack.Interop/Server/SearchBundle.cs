using System.Text.Json.Nodes;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Server;

/// <summary>Search results as a Bundle. Addresses are relative until the server knows the base.</summary>
internal static class SearchBundle
{
    internal const string Cursor = "_after";

    public static JsonObject Of(IEnumerable<JsonObject> resources, long? total, string? next)
    {
        var bundle = Resource("Bundle");
        bundle["type"] = "searchset";
        bundle["total"] = total;
        bundle["link"] = Many(next is null ? null : new JsonObject { ["relation"] = "next", ["url"] = next });
        bundle["entry"] = Many(resources.Select(resource => new JsonObject
        {
            ["fullUrl"] = $"{resource["resourceType"]}/{resource["id"]}",
            ["resource"] = resource,
            ["search"] = new JsonObject { ["mode"] = "match" },
        }));
        return bundle;
    }

    /// <summary>Makes addresses absolute and adds the self link.</summary>
    public static void Address(JsonObject bundle, string fhirBase, string self)
    {
        foreach (var entry in bundle["entry"]?.AsArray() ?? [])
            entry!["fullUrl"] = $"{fhirBase}/{entry["fullUrl"]}";
        var links = bundle["link"]!.AsArray();
        foreach (var link in links)
            link!["url"] = With(self, Cursor, link["url"]!.GetValue<string>());
        links.Insert(0, new JsonObject { ["relation"] = "self", ["url"] = self });
    }

    /// <summary>An address with one parameter set.</summary>
    public static string With(string self, string name, string value)
    {
        var query = self.IndexOf('?', StringComparison.Ordinal);
        var kept = query < 0 ? [] : self[(query + 1)..].Split('&').Where(part => !part.StartsWith(name + '=', StringComparison.Ordinal));
        return $"{(query < 0 ? self : self[..query])}?{string.Join('&', kept.Append($"{name}={Uri.EscapeDataString(value)}"))}";
    }
}
