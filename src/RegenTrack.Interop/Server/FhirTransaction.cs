using System.Text.Json;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server;

/// <summary>A transaction Bundle whose structure, references and size are already checked.</summary>
public sealed class FhirTransaction
{
    private readonly Dictionary<string, FhirEntry> byUrl = new(StringComparer.Ordinal);

    internal FhirTransaction(FhirDocument document)
    {
        Document = document;
        Entries = [.. document.Root.Indexed("entry").Select(entry => new FhirEntry(entry.Index, entry.Item))];
        foreach (var entry in Entries.Where(entry => entry.FullUrl is not null))
            byUrl.TryAdd(entry.FullUrl!, entry);
    }

    public FhirDocument Document { get; }

    public IReadOnlyList<FhirEntry> Entries { get; }

    /// <summary>Whether what its entries come to depends on what is there already.</summary>
    internal bool DependsOnWhatStands => Entries.Any(entry => entry.Condition is not null || entry.Method == "PATCH");

    /// <summary>Whether each entry creates something, as one intention of a hospital that files or reports does.</summary>
    internal bool OnlyCreates => Entries.All(entry => entry.Method == "POST");

    /// <summary>Whether the same again means the same.</summary>
    internal bool IsRepeatable => Entries.All(entry => entry.IsRepeatable);

    /// <summary>The entries that carry a resource of a type.</summary>
    public IEnumerable<FhirEntry> OfType(string type) => Entries.Where(entry => entry.Type == type);

    /// <summary>The first entry of a type for which something holds, or null.</summary>
    public FhirEntry? First(string type, Func<JsonElement, bool>? where = null) => OfType(type).FirstOrDefault(entry => where?.Invoke(entry.Resource) ?? true);

    /// <summary>The entry of this Bundle that the Reference at a path points at by its fullUrl, or null when it points elsewhere or nowhere.</summary>
    public FhirEntry? Resolve(JsonElement element, params ReadOnlySpan<string> path) => Resolve(element.Text([.. path, "reference"]));

    /// <summary>The entry of this Bundle with a fullUrl (<c>urn:uuid:…</c>), or null.</summary>
    public FhirEntry? Resolve(string? reference) => reference is not null && byUrl.TryGetValue(reference, out var entry) ? entry : null;
}

/// <summary>One entry of a Bundle.</summary>
public sealed class FhirEntry
{
    private readonly int index;

    internal FhirEntry(int index, JsonElement entry)
    {
        this.index = index;
        FullUrl = entry.Text("fullUrl");
        Method = entry.Text("request", "method") ?? "";
        Url = UrlOf(entry);
        Asked = entry.At("request") ?? default;
        var (path, query) = Url.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? (Url[..mark], Url[(mark + 1)..]) : (Url, null);
        Address = path.Split('/');
        Condition = Method is "GET" or "HEAD" ? null : entry.Text("request", "ifNoneExist") ?? query;
        IfMatch = entry.Text("request", "ifMatch") is { } etags ? HttpNames.Versions(etags) : null;
        Resource = entry.At("resource") ?? default;
        Type = Resource.Text("resourceType") ?? "";
    }

    /// <summary>There are clients that begin it with a slash.</summary>
    internal static string UrlOf(JsonElement entry) => entry.Text("request", "url")?.TrimStart('/') ?? "";

    public string? FullUrl { get; }

    /// <summary>GET, POST, PUT ...</summary>
    public string Method { get; }

    /// <summary>Relative to the base, e.g. <c>Task</c> or <c>Task/task-1</c>.</summary>
    public string Url { get; }

    /// <summary><c>Bundle.entry.request</c>.</summary>
    internal JsonElement Asked { get; }

    /// <summary>The parts of the url before its query: the type, and the id when it names one.</summary>
    internal IReadOnlyList<string> Address { get; }

    /// <summary>The search by which a write names its resource (<c>ifNoneExist</c>, or the url's query), without the question mark; null when it needs none.</summary>
    internal string? Condition { get; }

    /// <summary>The versions of which one must stand; null for any.</summary>
    internal IReadOnlyList<long>? IfMatch { get; }

    /// <summary>Whether the same again means the same: a creation, or a change of one version.</summary>
    internal bool IsRepeatable => Method == "POST" || (IfMatch is [_] && Condition is null);

    /// <summary>Undefined when the entry carries none.</summary>
    public JsonElement Resource { get; }

    public string Type { get; }

    /// <summary>The FHIRPath of the entry itself.</summary>
    public string Place => $"Bundle.entry[{index}]";

    /// <summary>The FHIRPath of something inside this entry's resource, e.g. <c>Bundle.entry[2].resource.status</c>; of the resource itself when null.</summary>
    public string At(string? path = null) => path is null ? $"Bundle.entry[{index}].resource" : $"Bundle.entry[{index}].resource.{path}";
}
