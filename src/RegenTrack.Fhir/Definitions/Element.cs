using System.Collections.Immutable;
using System.Text.Json;

namespace RegenTrack.Fhir.Definitions;

/// <summary>An element of a type: its limits, its types and its required binding.</summary>
internal sealed class Element
{
    public Element(int index, JsonElement line)
    {
        Index = index;
        var name = line[0].GetString()!;
        IsChoice = name.EndsWith("[x]", StringComparison.Ordinal);
        Name = IsChoice ? name[..^3] : name;
        Min = line[1].GetInt32();
        Max = line[2].GetInt32() is var max && max < 0 ? int.MaxValue : max;
        Types = [.. line[3].EnumerateArray().Select(type => type.GetString()!)];
        Binding = line.GetArrayLength() > 4 ? line[4].GetString() : null;
    }

    public int Index { get; }

    /// <summary>Without [x].</summary>
    public string Name { get; }

    public bool IsChoice { get; }

    public int Min { get; }

    public int Max { get; }

    public bool Repeats => Max > 1;

    public ImmutableArray<string> Types { get; }

    public string? Binding { get; }

    /// <summary>The JSON properties of this element: one a type of choice, and for primitives a second one with an underscore.</summary>
    public IEnumerable<Property> Properties(R4 definitions)
    {
        foreach (var type in Types)
        {
            var name = IsChoice ? Name + char.ToUpperInvariant(type[0]) + type[1..] : Name;
            var codes = Binding is null ? null : definitions.CodesOf(Binding);
            if (Primitive.Formats.TryGetValue(type, out var format))
            {
                yield return new Property(name, this, type, format, codes, definitions);
                yield return new Property('_' + name, this, "Element", null, null, definitions) { IsShadow = true, ValueType = type };
            }
            else
            {
                yield return new Property(name, this, type.TrimStart('#'), null, codes, definitions);
            }
        }
    }
}
