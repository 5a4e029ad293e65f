using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>What a profile demands of one element, or of one slice of it, beyond what its type demands.</summary>
internal sealed class ElementRule
{
    public required string Id { get; init; }

    /// <summary>Name of the element, or of the slice with the element's before it.</summary>
    public required string Label { get; init; }

    /// <summary>The element of the type; null for the root.</summary>
    public Element? Element { get; init; }

    /// <summary>The type that has the element.</summary>
    public TypeDefinition? Owner { get; init; }

    /// <summary>The type of the value, when there is only one; that of the children.</summary>
    public TypeDefinition? ValueType { get; init; }

    public int Min { get; init; }

    /// <summary>int.MaxValue when the type allows no more anyway.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>The types that remain.</summary>
    public ImmutableArray<TypeUse> Uses { get; init; } = [];

    /// <summary>Whether some types of the element are excluded.</summary>
    public bool NarrowsTypes { get; init; }

    /// <summary>Whether a type states profiles, targets or aggregation that the base does not.</summary>
    public bool NarrowsUses { get; init; }

    public JsonElement? Fixed { get; init; }

    public JsonElement? Pattern { get; init; }

    public Binding? Binding { get; init; }

    public int? MaxLength { get; init; }

    public JsonElement? MinValue { get; init; }

    public JsonElement? MaxValue { get; init; }

    public ImmutableArray<Constraint> Constraints { get; init; } = [];

    public Slicing? Slicing { get; init; }

    public List<ElementRule> Slices { get; } = [];

    public List<ElementRule> Children { get; } = [];

    /// <summary>Whether nothing is left to check here.</summary>
    public bool IsEmpty => Min == 0 && Max == int.MaxValue && !HasOwnChecks && Slices.Count == 0 && Children.Count == 0;

    /// <summary>Whether a single value has anything to fulfil, apart from its children.</summary>
    public bool HasOwnChecks => NarrowsTypes || NarrowsUses || Fixed is not null || Pattern is not null || Binding is not null || MaxLength is not null
        || MinValue is not null || MaxValue is not null || !Constraints.IsEmpty;
}

/// <summary>How an element is divided.</summary>
/// <param name="Rules">open, closed or openAtEnd.</param>
internal sealed record Slicing(ImmutableArray<Discriminator> Discriminators, bool Ordered, string Rules);
