using System.Collections.Immutable;
using System.Text.Json;

namespace RegenTrack.Fhir.Definitions;

internal enum TypeKind
{
    Abstract,
    Primitive,
    Complex,
    Backbone,
    Resource,
}

/// <summary>A type, resource or nested element: its elements with those of its base, and its JSON properties by name.</summary>
internal sealed class TypeDefinition
{
    private readonly Dictionary<byte[], Property>.AlternateLookup<ReadOnlySpan<byte>> properties;

    public TypeDefinition(R4 definitions, string name, JsonElement source)
    {
        Name = name;
        Kind = source.GetProperty("kind").GetString() switch
        {
            "resource" => TypeKind.Resource,
            "primitive-type" => TypeKind.Primitive,
            "complex-type" => TypeKind.Complex,
            "backbone" => TypeKind.Backbone,
            _ => TypeKind.Abstract,
        };
        var inherited = source.TryGetProperty("base", out var parent) && definitions.Find(parent.GetString()!) is { } type ? type.Elements : [];
        Elements = [.. inherited, .. source.GetProperty("elements").EnumerateArray().Select((line, index) => new Element(inherited.Length + index, line))];

        var byName = new Dictionary<byte[], Property>(Utf8Names.Comparer);
        foreach (var property in Elements.SelectMany(element => element.Properties(definitions)))
            byName[System.Text.Encoding.UTF8.GetBytes(property.Name)] = property with { Index = byName.Count };
        PropertyCount = byName.Count;
        properties = byName.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public string Name { get; }

    public TypeKind Kind { get; }

    public ImmutableArray<Element> Elements { get; }

    public int PropertyCount { get; }

    public Property? Find(ReadOnlySpan<byte> utf8Name) => properties.TryGetValue(utf8Name, out var property) ? property : null;
}
