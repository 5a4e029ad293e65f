using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation;

/// <summary>A resource that is being validated, within the one that holds it.</summary>
internal sealed class Frame(JsonElement resource, TypeDefinition type, Frame? outer, bool isContained)
{
    private Dictionary<string, JsonElement>? entries;
    private PathItem? item;

    public JsonElement Resource => resource;

    public TypeDefinition Type => type;

    public Frame? Outer => outer;

    public bool IsContained => isContained;

    /// <summary>The fullUrl of the Bundle entry that holds the resource.</summary>
    public string? FullUrl { get; init; }

    /// <summary>The resource as FHIRPath sees it.</summary>
    public PathItem PathItem => item ??= outer is null ? PathItem.Of(resource) : PathItem.Of(resource, "Resource", outer.PathItem);

    /// <summary>The resource that holds contained ones.</summary>
    public Frame Container => isContained && outer is not null ? outer : this;

    /// <summary>Whether an element is this very resource.</summary>
    public bool Is(JsonElement value) => IsSame(resource, value);

    /// <summary>The frame of another resource of the document that this one holds or refers to.</summary>
    public Frame Around(JsonElement other, TypeDefinition its)
    {
        foreach (var one in Container.Resource.Items("contained"))
        {
            if (IsSame(one, other))
                return new Frame(other, its, Container, isContained: true);
        }

        return new Frame(other, its, this, isContained: false);
    }

    /// <summary>Whether two are one element of one document.</summary>
    public static bool IsSame(JsonElement one, JsonElement other) =>
        Unsafe.AreSame(ref MemoryMarshal.GetReference(JsonMarshal.GetRawUtf8Value(one)), ref MemoryMarshal.GetReference(JsonMarshal.GetRawUtf8Value(other)));

    /// <summary>A contained resource by its id; # alone is the container.</summary>
    public JsonElement? Contained(string fragment)
    {
        if (fragment.Length == 1)
            return Container.Resource;
        foreach (var one in Container.Resource.Items("contained"))
        {
            if (one.At("id") is { ValueKind: JsonValueKind.String } id && id.ValueEquals(fragment.AsSpan(1)))
                return one;
        }

        return null;
    }

    /// <summary>The resource of the nearest Bundle that a reference means, or null.</summary>
    public JsonElement? Bundled(string reference)
    {
        string? fullUrl = null;
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.Type.Name == "Bundle" && frame != this)
                return frame.Entry(reference, fullUrl);
            fullUrl = frame.FullUrl ?? fullUrl;
        }

        return null;
    }

    private JsonElement? Entry(string reference, string? fullUrl)
    {
        entries ??= Index();
        var plain = reference.IndexOf("/_history/", StringComparison.Ordinal) is var at and > 0 ? reference[..at] : reference;
        if (entries.TryGetValue(plain, out var found))
            return found;
        if (plain.Contains(':', StringComparison.Ordinal) || fullUrl is null || !fullUrl.Contains("://", StringComparison.Ordinal))
            return null;
        var parts = fullUrl.Split('/');
        return parts.Length > 4 && entries.TryGetValue(string.Join('/', parts[..^2]) + '/' + plain, out found) ? found : null;
    }

    private Dictionary<string, JsonElement> Index()
    {
        var index = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var entry in resource.Items("entry"))
        {
            if (entry.At("resource") is not { } held)
                continue;
            if (entry.Text("fullUrl") is { } address)
                index.TryAdd(address, held);
            else if (held.Text("resourceType") is { } name && held.Text("id") is { } id)
                index.TryAdd($"{name}/{id}", held);
        }

        return index;
    }
}
