using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Search;

/// <summary>One run of all parameters over one resource.</summary>
/// <param name="present">What the resource has: most parameters look at what it has not.</param>
/// <param name="shares">Whether several parameters look at the same items, as composites do: their keys are then read once.</param>
internal sealed class Extraction(Presence present, TimeSpan zone, bool shares)
{
    private readonly Dictionary<(PathItem Item, SearchType Type), Range>? places = shares ? [] : null;
    private readonly List<SearchKey> known = [];

    public Presence Present { get; } = present;

    public List<SearchKey> Keys { get; } = [];

    /// <summary>Adds the keys of an item under the name of a parameter.</summary>
    public void Read(SearchParameter parameter, PathItem item, List<SearchKey> keys)
    {
        // What a reference gives depends on its parameter.
        if (places is null || parameter.Type == SearchType.Reference)
        {
            KeysOfItem.Add(parameter, item, zone, keys);
            return;
        }

        if (!places.TryGetValue((item, parameter.Type), out var place))
        {
            var first = known.Count;
            KeysOfItem.Add(parameter, item, zone, known);
            places.Add((item, parameter.Type), place = first..known.Count);
        }

        for (var i = place.Start.Value; i < place.End.Value; i++)
            keys.Add(known[i].Parameter == parameter.Code ? known[i] : known[i] with { Parameter = parameter.Code });
    }
}
