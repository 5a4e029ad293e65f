using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Terminology;

namespace RegenTrack.Fhir.Definitions;

/// <summary>
/// Structure definitions, value sets, code systems and search parameters by their canonical address: HL7's of R4 4.0.1, this project's own, and any that are added.
/// Official ones are held without their texts. All members are safe to use at once.
/// </summary>
public sealed class Catalogue
{
    private readonly DefinitionFile file;
    private readonly ImmutableDictionary<(string Type, string Canonical), JsonElement> added;
    private readonly ConcurrentDictionary<(string Type, string Canonical), JsonElement> parsed = new();
    private readonly ConcurrentDictionary<string, CodeList> lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CodeSystem> systems = new(StringComparer.Ordinal);

    private Catalogue(DefinitionFile file, ImmutableDictionary<(string Type, string Canonical), JsonElement> added)
    {
        this.file = file;
        this.added = added;
    }

    /// <summary>HL7's definitions and this project's own.</summary>
    public static Catalogue R4 { get; } = new(DefinitionFile.Shared, ImmutableDictionary<(string, string), JsonElement>.Empty);

    /// <summary>This catalogue and further resources; those without a canonical address are left out, later ones replace earlier ones.</summary>
    public Catalogue With(params IEnumerable<JsonElement> resources) => new(file, added.SetItems(
        from resource in resources
        let type = resource.Text("resourceType")
        let canonical = resource.Text("url")
        where type is not null && canonical is not null
        select KeyValuePair.Create((type, canonical), resource)));

    /// <summary>The resource with a canonical address (a version after | only matters where HL7 made it part of the address), or null.</summary>
    public JsonElement? Find(string resourceType, string canonical) => Exactly(resourceType, canonical)
        ?? (Unversioned(canonical) is var plain && plain.Length < canonical.Length ? Exactly(resourceType, plain) : null);

    private JsonElement? Exactly(string resourceType, string canonical)
    {
        var key = (resourceType, canonical);
        if (added.TryGetValue(key, out var one) || parsed.TryGetValue(key, out one))
            return one;
        return file.Find(resourceType, canonical) is { } found ? parsed.GetOrAdd(key, found) : null;
    }

    /// <summary>All resources of a type.</summary>
    public IEnumerable<JsonElement> All(string resourceType) =>
        file.Entries.Where(entry => entry.Type == resourceType).Select(entry => entry.Canonical)
            .Concat(added.Keys.Where(key => key.Type == resourceType).Select(key => key.Canonical))
            .Distinct(StringComparer.Ordinal)
            .Select(canonical => Find(resourceType, canonical)!.Value);

    /// <summary>The codes of a value set, or null when there is no such value set here.</summary>
    public CodeList? Codes(string valueSet)
    {
        var canonical = Unversioned(valueSet);
        if (lists.TryGetValue(canonical, out var list))
            return list;
        return Find("ValueSet", canonical) is { } definition ? lists.GetOrAdd(canonical, new Expansion(this).Of(canonical, definition)) : null;
    }

    /// <summary>The codes of a code system, or null when there is no such code system here.</summary>
    internal CodeSystem? System(string canonical)
    {
        if (systems.TryGetValue(canonical, out var system))
            return system;
        return Find("CodeSystem", canonical) is { } definition ? systems.GetOrAdd(canonical, new CodeSystem(definition)) : null;
    }

    internal static string Unversioned(string canonical) => canonical.IndexOf('|', StringComparison.Ordinal) is var at and >= 0 ? canonical[..at] : canonical;
}
