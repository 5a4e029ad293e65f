using System.Collections.Concurrent;
using System.Collections.Frozen;
using RegenTrack.Fhir.Terminology;

namespace RegenTrack.Fhir.Definitions;

/// <summary>The types of HL7's R4 (4.0.1). They are built when they are first asked for; all members are safe to use at once.</summary>
public sealed class R4
{
    private readonly FrozenDictionary<string, DefinitionFile.Entry> structures;
    private readonly ConcurrentDictionary<string, TypeDefinition> built = new(StringComparer.Ordinal);

    private R4(DefinitionFile file)
    {
        Version = file.Version;
        structures = file.Entries.Where(entry => entry is { Describes: not null, IsProfile: false, Kind: not "logical" })
            .ToFrozenDictionary(entry => entry.Describes!, StringComparer.Ordinal);
    }

    /// <summary>The definitions, loaded on first use.</summary>
    public static R4 Definitions { get; } = new(DefinitionFile.Shared);

    /// <summary>Of the definitions, e.g. 4.0.1.</summary>
    public string Version { get; }

    /// <summary>Whether this is the name of a resource type that can be exchanged.</summary>
    public bool IsResource(string type) => ResourceNamed(type) is not null;

    /// <summary>The name of a resource type as the definitions keep it, or null.</summary>
    internal string? ResourceNamed(ReadOnlySpan<char> type) =>
        structures.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(type, out var entry) && entry.Kind == "resource" ? entry.Describes : null;

    /// <summary>The names of all resource types.</summary>
    public IEnumerable<string> ResourceTypes => structures.Values.Where(entry => entry.Kind == "resource").Select(entry => entry.Describes!);

    /// <summary>The definition of a type, or of a nested element by its path (<c>Patient.contact</c>), or null.</summary>
    internal TypeDefinition? Find(string name)
    {
        // Only what exists is remembered: names come from callers.
        if (built.TryGetValue(name, out var type))
            return type;
        var root = name.IndexOf('.', StringComparison.Ordinal) is var at and > 0 ? name[..at] : name;
        return structures.TryGetValue(root, out var entry) && Catalogue.R4.Find("StructureDefinition", entry.Canonical) is { } structure
            && TypeDefinition.Build(this, name, entry, structure) is { } found ? built.GetOrAdd(name, found) : null;
    }

    /// <summary>The same without making a string of a name that is known already.</summary>
    internal TypeDefinition? Find(ReadOnlySpan<char> name) => built.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var type) ? type : Find(name.ToString());

    /// <summary>The codes of a value set, or null when it is not known.</summary>
    internal static CodeList? CodesOf(string valueSet) => Catalogue.R4.Codes(valueSet);
}
