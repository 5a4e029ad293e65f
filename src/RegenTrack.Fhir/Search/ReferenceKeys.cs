using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.FhirPath.Values;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Search;

/// <summary>References: relative, absolute, urn, contained, canonical, or by identifier.</summary>
internal static class ReferenceKeys
{
    private const string History = "/_history/";

    public static void Add(SearchParameter parameter, PathItem item, List<SearchKey> keys)
    {
        if (item.TypeName != "Reference")
        {
            if (KeysOfItem.TextOf(item) is { } canonical)
                keys.Add(Canonical(parameter, canonical));
            return;
        }

        var identifier = item.Element.At("identifier") is { } stated ? TokenKeys.Identifier(parameter.Code, stated) : null;
        var reference = item.Element.Text("reference");
        if (reference is not null)
            keys.Add(Read(parameter.Code, reference, item) with { Identifier = identifier });
        else if (identifier is not null)
            keys.Add(new ReferenceKey(parameter.Code, null, item.Element.Text("type"), null, Identifier: identifier));
    }

    private static ReferenceKey Read(string parameter, string reference, PathItem item)
    {
        var stated = item.Element.Text("type");
        if (reference.StartsWith('#'))
            return new ReferenceKey(parameter, reference, stated ?? ContainedType(item, reference[1..]), reference[1..], IsContained: true);
        var (url, version) = reference.IndexOf(History, StringComparison.Ordinal) is var at and > 0 ? (reference[..at], reference[(at + History.Length)..]) : (reference, null);
        if (url.StartsWith("urn:", StringComparison.Ordinal))
            return new ReferenceKey(parameter, url, stated, null, Version: version);
        var parts = url.Split('/');
        return parts.Length >= 2 && parts[^1].Length > 0 && R4.Definitions.IsResource(parts[^2])
            ? new ReferenceKey(parameter, url, parts[^2], parts[^1], Version: version)
            : new ReferenceKey(parameter, url, stated, null, Version: version);
    }

    private static ReferenceKey Canonical(SearchParameter parameter, string canonical)
    {
        var parts = canonical.Split('|', 2);
        return new ReferenceKey(parameter.Code, parts[0], parameter.Targets is [var only] ? only : null, null, Version: parts.Length == 2 ? parts[1] : null);
    }

    private static string? ContainedType(PathItem item, string id) => (item as ElementItem)?.RootResource is { } root
        ? root.Element.Items("contained").Where(one => one.Text("id") == id).Select(one => one.Text("resourceType")).FirstOrDefault() : null;
}
