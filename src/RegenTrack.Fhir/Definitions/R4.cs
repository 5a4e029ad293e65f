using System.Collections.Concurrent;
using System.Text.Json;

namespace RegenTrack.Fhir.Definitions;

/// <summary>HL7's official R4 (4.0.1) definitions. Types are built when they are first asked for; all members are safe to use at once.</summary>
public sealed class R4
{
    private static readonly Lazy<R4> Loaded = new(Load);

    private readonly JsonElement types;
    private readonly JsonElement valueSets;
    private readonly ConcurrentDictionary<string, TypeDefinition?> built = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CodeList?> lists = new(StringComparer.Ordinal);

    private R4(JsonElement root)
    {
        types = root.GetProperty("types");
        valueSets = root.GetProperty("valueSets");
        Version = root.GetProperty("version").GetString()!;
    }

    /// <summary>The definitions, loaded on first use.</summary>
    public static R4 Definitions => Loaded.Value;

    /// <summary>Of the definitions, e.g. 4.0.1.</summary>
    public string Version { get; }

    /// <summary>Whether this is the name of a resource type that can be exchanged.</summary>
    public bool IsResource(string type) => Find(type) is { Kind: TypeKind.Resource };

    /// <summary>The names of all resource types.</summary>
    public IEnumerable<string> ResourceTypes =>
        types.EnumerateObject().Where(type => type.Value.GetProperty("kind").ValueEquals("resource")).Select(type => type.Name);

    /// <summary>The definition of a type, or of a nested element by its path (<c>Patient.contact</c>), or null.</summary>
    internal TypeDefinition? Find(string name) => built.GetOrAdd(name, static (name, self) =>
        self.types.TryGetProperty(name, out var definition) ? new TypeDefinition(self, name, definition) : null, this);

    /// <summary>The codes of a value set, or null when they cannot be listed.</summary>
    internal CodeList? CodesOf(string valueSet) => lists.GetOrAdd(valueSet, static (url, self) =>
        self.valueSets.TryGetProperty(url, out var systems) ? new CodeList(url, systems) : null, this);

    private static R4 Load()
    {
        using var stream = typeof(R4).Assembly.GetManifestResourceStream("r4.json")!;
        using var document = JsonDocument.Parse(stream);
        return new R4(document.RootElement.Clone());
    }
}
