using System.Text.Json;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server;

/// <summary>What a Bundle must be before any door sees it: its type, its size, its requests, and references that lead somewhere.</summary>
internal static class BundleRules
{
    public const int LargestBundle = 500;
    private const string Local = "urn:uuid:";

    public static IReadOnlyList<Issue> Check(FhirDocument bundle)
    {
        var root = bundle.Root;
        var entries = root.Items("entry").ToList();
        if (root.Text("type") is not ("transaction" or "batch"))
            return [Issue.Error("not-supported", "bundle-type", "transaction 또는 batch Bundle만 받습니다.", "Only transaction and batch Bundles are taken.", "Bundle.type")];
        if (entries.Count is 0 or > LargestBundle)
            return [Issue.Error("too-costly", "bundle-size", $"entry는 1개부터 {LargestBundle}개까지입니다.", $"A Bundle has 1 to {LargestBundle} entries.", "Bundle.entry")];

        var isTransaction = root.Text("type") == "transaction";
        var issues = entries.SelectMany((entry, index) => Request(entry, index, isTransaction)).ToList();
        var urls = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, entry) in root.Indexed("entry"))
        {
            if (entry.Text("fullUrl") is { } url && !urls.Add(url))
                issues.Add(Issue.Error("duplicate", "full-url-duplicate", "같은 fullUrl이 이미 있습니다.", "This fullUrl is already used.", $"Bundle.entry[{index}].fullUrl"));
        }

        foreach (var (index, entry) in root.Indexed("entry").Where(one => one.Item.At("resource") is not null))
            Unresolved(entry.At("resource")!.Value, $"Bundle.entry[{index}].resource", urls, issues);
        return issues;
    }

    private static IEnumerable<Issue> Request(JsonElement entry, int index, bool isTransaction)
    {
        var place = $"Bundle.entry[{index}].request";
        if (entry.At("request") is not { } request)
        {
            yield return Issue.Error("required", "entry-request-missing", "entry에 request가 없습니다.", "The entry has no request.", place);
            yield break;
        }

        var (method, url) = (request.Text("method"), FhirEntry.UrlOf(entry));
        var type = url.Split('/', '?')[0];
        if (!R4.Definitions.IsResource(type))
            yield return Issue.Error("value", "entry-url", "url은 'Type' 또는 'Type/id' 꼴이어야 합니다.", "The url is 'Type' or 'Type/id'.", place + ".url");
        else if (isTransaction && TransactionRules.Fault(new FhirEntry(index, entry)) is { } fault)
            yield return fault;
        else if (!isTransaction && method is "POST" or "PUT" && !url.Contains('$', StringComparison.Ordinal) && entry.Text("resource", "resourceType") != type)
            yield return Issue.Error("invariant", "resource-type-mismatch", "resource가 없거나 url의 자원 종류와 다릅니다.", "The resource is absent or not of the url's type.", $"Bundle.entry[{index}].resource");
    }

    private static void Unresolved(JsonElement element, string place, HashSet<string> urls, List<Issue> issues)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
                Unresolved(item, $"{place}[{index}]", urls, issues);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.Text("reference") is { } reference && reference.StartsWith(Local, StringComparison.Ordinal) && !urls.Contains(reference))
                issues.Add(Issue.Error("not-found", "reference-unresolved", "이 Bundle에 없는 fullUrl을 가리킵니다.", "It points at a fullUrl that is not in this Bundle.", place + ".reference"));
            foreach (var property in element.EnumerateObject())
                Unresolved(property.Value, $"{place}.{property.Name}", urls, issues);
        }
    }
}
