namespace RegenTrack.Fhir.FhirPath;

/// <summary>Gathers a collection; the first item needs no list.</summary>
internal struct Collecting
{
    private PathItem? first;
    private List<PathItem>? all;

    public readonly Items Items => all is null ? first : Items.Of(all);

    public void Add(PathItem item)
    {
        if (all is not null)
            all.Add(item);
        else if (first is null)
            first = item;
        else
            all = [first, item];
    }

    public void Add(Items items)
    {
        foreach (var item in items)
            Add(item);
    }
}
