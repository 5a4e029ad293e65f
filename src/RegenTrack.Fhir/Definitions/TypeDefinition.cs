using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using RegenTrack.Fhir.Json;

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
    private readonly PropertyTable properties;

    private TypeDefinition(R4 definitions, string name, TypeKind kind, string? baseName, JsonElement self, IEnumerable<JsonElement> lines)
    {
        Name = name;
        Kind = kind;
        BaseName = baseName;
        Constraints = [.. self.Items("constraint").Select(Constraint.Read)];
        Elements = kind == TypeKind.Primitive ? [] : [.. lines.Select((line, index) => new Element(index, line))];

        // What may stand once at most is seen by its name alone.
        Counted = [.. Elements.Where(element => element.Min > 0 || element.Max is 0 or (> 1 and < int.MaxValue))];

        properties = new PropertyTable(Elements.SelectMany(element => element.Properties(definitions)));
    }

    public string Name { get; }

    public TypeKind Kind { get; }

    /// <summary>The type that it specialises, e.g. DomainResource; null for the roots.</summary>
    public string? BaseName { get; }

    public ImmutableArray<Element> Elements { get; }

    /// <summary>The elements whose number has to be looked at.</summary>
    public ImmutableArray<Element> Counted { get; }

    /// <summary>The invariants that the type states of itself, with those of its base.</summary>
    public ImmutableArray<Constraint> Constraints { get; }

    public int PropertyCount => properties.Count;

    public Property? Find(ReadOnlySpan<byte> utf8Name) => properties.Find(utf8Name);

    /// <summary>The property that a member of a JSON object is, or null.</summary>
    public Property? Of(JsonProperty member)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(member);
        return name.Contains((byte)'\\') ? Find(System.Text.Encoding.UTF8.GetBytes(member.Name)) : Find(name);
    }

    /// <summary>A type from its structure definition, or one of its nested elements by path; null when there is no such element.</summary>
    internal static TypeDefinition? Build(R4 definitions, string name, DefinitionFile.Entry entry, JsonElement structure)
    {
        var lines = structure.At("snapshot")!.Value.Items("element").ToList();
        var nested = name != entry.Describes;
        var self = lines.FirstOrDefault(line => line.Text("path") == name);
        var children = lines.Where(line => line.Text("path") is { } path && path.Length > name.Length && path[name.Length] == '.'
            && path.StartsWith(name, StringComparison.Ordinal) && path.IndexOf('.', name.Length + 1) < 0).ToList();
        if (self.ValueKind == JsonValueKind.Undefined || (nested && children.Count == 0))
            return null;
        var kind = nested ? TypeKind.Backbone : entry.Kind switch
        {
            "resource" => TypeKind.Resource,
            "primitive-type" => TypeKind.Primitive,
            "complex-type" => TypeKind.Complex,
            _ => TypeKind.Abstract,
        };
        var parent = nested ? self.Items("type").First().Text("code") : structure.Text("baseDefinition")?.Split('/')[^1];
        return new TypeDefinition(definitions, name, kind, parent, nested ? default : self, children);
    }
}
