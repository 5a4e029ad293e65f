using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>Reads one line of a snapshot beside the element of the type that it constrains.</summary>
internal static class RuleReading
{
    /// <summary>The rule, or null when the type has no such element.</summary>
    public static ElementRule? Read(JsonElement line, string id, ElementRule parent, ElementRule? sliced)
    {
        var name = id[(id.LastIndexOf('.') + 1)..];
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var plain = colon < 0 ? name : name[..colon];
        if (parent.ValueType is not { } owner || Find(owner, plain) is not var (element, only))
            return null;
        // Published snapshots say that Resource.id is a string; the specification says id.
        var uses = element.Types is ["id"] ? element.Uses : [.. line.Items("type").Select(TypeUse.Read)];
        if (only is not null)
            uses = [.. uses.Where(use => use.Code == only).DefaultIfEmpty(new TypeUse(only, [], [], []))];
        var type = TypeOf(element, uses);
        var (min, max) = (line.At("min")?.GetInt32() ?? 0, Cardinality.Max(line.Text("max")));
        var binding = Fhir.Definitions.Binding.Read(line);
        return new ElementRule
        {
            Id = id,
            Label = colon < 0 ? element.Name : $"{element.Name}:{name[(colon + 1)..]}",
            Element = element,
            Owner = owner,
            ValueType = type,
            Min = sliced is not null || min > element.Min ? min : 0,
            Max = max < element.Max ? max : int.MaxValue,
            Uses = uses,
            NarrowsTypes = element.Types[0][0] != '#' && !uses.IsEmpty && element.Uses.Any(use => !Allows(uses, use.Code)),
            NarrowsUses = uses.Any(use => Narrows(use, element)),
            Fixed = ValueOf(line, "fixed"),
            Pattern = ValueOf(line, "pattern"),
            Binding = binding == element.Bound ? null : binding,
            MaxLength = line.At("maxLength")?.GetInt32(),
            MinValue = ValueOf(line, "minValue"),
            MaxValue = ValueOf(line, "maxValue"),
            Constraints = Beyond(line, type is { Kind: not TypeKind.Backbone } ? [.. element.Constraints, .. type.Constraints] : element.Constraints),
            Slicing = line.At("slicing") is { } slicing
                ? new Slicing([.. slicing.Items("discriminator").Select(Discriminator.Read)], slicing.Flag("ordered") == true, slicing.Text("rules") ?? "open")
                : null,
        };
    }

    /// <summary>The invariants of a line that are not among those that are checked anyway.</summary>
    public static ImmutableArray<Constraint> Beyond(JsonElement line, ImmutableArray<Constraint> known) =>
        [.. line.Items("constraint").Select(Constraint.Read).Where(one => !one.IsCoded && !known.Any(other => other.Key == one.Key))];

    private static bool Allows(ImmutableArray<TypeUse> uses, string code) => uses.Any(use => use.Code == code);

    /// <summary>The element of a name; a name such as valueQuantity means value[x] with that type only.</summary>
    private static (Element Element, string? Only)? Find(TypeDefinition owner, string name)
    {
        var plain = name.EndsWith("[x]", StringComparison.Ordinal) ? name[..^3] : name;
        foreach (var element in owner.Elements)
        {
            if (element.Name == plain)
                return (element, null);
            if (element.IsChoice && plain.StartsWith(element.Name, StringComparison.Ordinal)
                && element.Types.FirstOrDefault(type => string.Equals(type, plain[element.Name.Length..], StringComparison.OrdinalIgnoreCase)) is { } only)
                return (element, only);
        }

        return null;
    }

    private static TypeDefinition? TypeOf(Element element, ImmutableArray<TypeUse> uses) =>
        element.Types[0] is ['#', .. var path] ? R4.Definitions.Find(path) : uses is [var use] ? R4.Definitions.Find(use.Code) : null;

    private static bool Narrows(TypeUse use, Element element)
    {
        foreach (var known in element.Uses)
        {
            if (known.Code == use.Code)
                return !use.Profiles.SequenceEqual(known.Profiles) || !use.Targets.SequenceEqual(known.Targets) || !use.Aggregation.SequenceEqual(known.Aggregation);
        }

        return !use.Profiles.IsEmpty || !use.Targets.IsEmpty;
    }

    private static JsonElement? ValueOf(JsonElement line, string prefix)
    {
        foreach (var member in line.EnumerateObject())
        {
            if (member.Name.StartsWith(prefix, StringComparison.Ordinal) && member.Name.Length > prefix.Length && char.IsAsciiLetterUpper(member.Name[prefix.Length]))
                return member.Value;
        }

        return null;
    }
}
