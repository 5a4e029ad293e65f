using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Search;

/// <summary>
/// The search parameters of a catalogue, and the keys that they find in resources. Compiled when a resource type is first asked for; all members are safe to use at once.
/// </summary>
public sealed class SearchParameters
{
    private static readonly FhirPathContext Context = new() { TrustsReferenceTypes = true };

    private readonly ILookup<string, JsonElement> byBase;
    private readonly Catalogue catalogue;
    private readonly TimeSpan zone;
    private readonly ConcurrentDictionary<string, ImmutableArray<Extractor>> byType = new(StringComparer.Ordinal);

    /// <param name="zone">Of dates and times that state none.</param>
    public SearchParameters(Catalogue catalogue, TimeSpan zone)
    {
        this.catalogue = catalogue;
        this.zone = zone;
        byBase = catalogue.All("SearchParameter").SelectMany(one => one.Items("base").Select(type => (Type: type.GetString()!, Parameter: one)))
            .ToLookup(pair => pair.Type, pair => pair.Parameter, StringComparer.Ordinal);
    }

    /// <summary>The parameters of a resource type, with those of all types; of several with one code the last one added.</summary>
    public IEnumerable<SearchParameter> For(string resourceType) => Extractors(resourceType).Select(extractor => extractor.Parameter);

    /// <summary>Of a composite the parameters of its parts, in order; null for one that is not known.</summary>
    public IReadOnlyList<SearchParameter?> Parts(SearchParameter composite) => [.. composite.Components.Select(component => ByUrl(component.Definition))];

    /// <summary>The keys of a resource; none for what is no R4 resource. The resource should be free of structural errors.</summary>
    /// <exception cref="FhirPathException">An expression does not fit the data.</exception>
    public IReadOnlyList<SearchKey> Extract(JsonElement resource)
    {
        if (ElementItem.Resource(resource, null) is not { Type: { } type } item)
            return [];
        var scope = new Scope(new Evaluation(Context, item)) { This = item };
        var extractors = Extractors(type.Path);
        var extraction = new Extraction(Presence.Of(resource, type), zone, extractors.Any(extractor => extractor.Parameter.Type == SearchType.Composite));
        foreach (var extractor in extractors)
            extractor.Extract(scope, extraction);
        return extraction.Keys;
    }

    private ImmutableArray<Extractor> Extractors(string resourceType)
    {
        if (byType.TryGetValue(resourceType, out var known))
            return known;
        if (FhirType.Find(resourceType) is not { IsResource: true } type)
            return [];
        var parameters = new Dictionary<string, SearchParameter>(StringComparer.Ordinal);
        for (var one = type; one is not null; one = one.Base)
        {
            foreach (var parameter in byBase[one.Path].Select(SearchParameter.Read).OfType<SearchParameter>())
                parameters[parameter.Code] = parameter;
        }

        return byType.GetOrAdd(resourceType, [.. parameters.Values.OrderBy(parameter => parameter.Code, StringComparer.Ordinal).Select(parameter => Extractor.Of(parameter, type, ByUrl))]);
    }

    private SearchParameter? ByUrl(string url) => catalogue.Find("SearchParameter", url) is { } resource ? SearchParameter.Read(resource) : null;
}
