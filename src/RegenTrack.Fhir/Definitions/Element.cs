using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Definitions;

/// <summary>An element of a type: its limits, its types, its binding and its invariants.</summary>
internal sealed class Element
{
    public Element(int index, JsonElement line)
    {
        Index = index;
        var path = line.Text("path")!;
        var name = path[(path.LastIndexOf('.') + 1)..];
        IsChoice = name.EndsWith("[x]", StringComparison.Ordinal);
        Name = IsChoice ? name[..^3] : name;
        Min = line.At("min")?.GetInt32() ?? 0;
        Max = Cardinality.Max(line.Text("max"));
        Uses = [.. line.Items("type").Select(TypeUse.Read)];
        Types = line.Text("contentReference") is { } reference ? [reference]
            : Uses is [{ Code: "BackboneElement" or "Element" }] ? ['#' + path]
            : [.. Uses.Select(use => use.Code)];
        Bound = Fhir.Definitions.Binding.Read(line);
        Constraints = [.. line.Items("constraint").Select(Constraint.Read)];
        IsModifier = line.Flag("isModifier") == true;
        IsSummary = line.Flag("isSummary") == true;
    }

    public int Index { get; }

    /// <summary>Without [x].</summary>
    public string Name { get; }

    public bool IsChoice { get; }

    public int Min { get; }

    public int Max { get; }

    public bool Repeats => Max > 1;

    public bool IsModifier { get; }

    /// <summary>Whether it belongs to the summary of its resource.</summary>
    public bool IsSummary { get; }

    /// <summary>Names of the types; # and the path for elements that are nested here or defined elsewhere.</summary>
    public ImmutableArray<string> Types { get; }

    /// <summary>The types with their profiles and what they may refer to.</summary>
    public ImmutableArray<TypeUse> Uses { get; }

    public Binding? Bound { get; }

    /// <summary>The value set of a required binding.</summary>
    public string? Binding => Bound is { Strength: BindingStrength.Required } bound ? bound.ValueSet : null;

    /// <summary>The invariants beyond those of its type.</summary>
    public ImmutableArray<Constraint> Constraints { get; }

    /// <summary>The JSON properties of this element: one a type of choice, and for primitives a second one with an underscore.</summary>
    public IEnumerable<Property> Properties(R4 definitions)
    {
        var choice = 0;
        foreach (var type in Types)
        {
            if (IsChoice)
                choice++;
            var name = IsChoice ? Name + char.ToUpperInvariant(type[0]) + type[1..] : Name;
            var codes = Binding is null ? null : R4.CodesOf(Binding);
            if (Primitive.Formats.TryGetValue(type, out var format))
            {
                yield return new Property(name, this, type, format, codes, definitions) { Choice = choice };
                yield return new Property('_' + name, this, "Element", null, null, definitions) { IsShadow = true, ValueType = type, Choice = choice };
            }
            else
            {
                yield return new Property(name, this, type.TrimStart('#'), null, codes, definitions) { Choice = choice };
            }
        }
    }
}
