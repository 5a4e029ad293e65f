using System.Text.Json;
using RegenTrack.App.Resources;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server.Search;

/// <summary>By what a resource is found: every value of every parameter that its type is searched by here.</summary>
public static class ResourceIndexer
{
    /// <param name="resource">UTF-8 JSON, free of structural errors.</param>
    public static ResourceIndex Index(ReadOnlyMemory<byte> resource)
    {
        using var document = JsonDocument.Parse(resource);
        return Index(document.RootElement);
    }

    /// <param name="resource">Free of structural errors.</param>
    /// <exception cref="Fhir.FhirPath.FhirPathException">A parameter's expression does not fit the data.</exception>
    public static ResourceIndex Index(JsonElement resource)
    {
        if (resource.Text("resourceType") is not { } type)
            return ResourceIndex.None;
        var parameters = Searchable.By(type);
        var found = new IndexDraft(type);
        foreach (var key in Searchable.Parameters.Extract(resource))
        {
            if (parameters.ContainsKey(key.Parameter) && !Searchable.IsColumn(key.Parameter))
                found.Add(key);
        }

        return found.Done();
    }
}
