using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Semantics;

/// <summary>What is known of a result without any data: the types that its items may have, and whether they have an order.</summary>
/// <param name="IsKnown">False when the items may be of any type.</param>
internal sealed record Shape(bool IsKnown, ImmutableArray<FhirType> Fhir, SystemType System = SystemType.None, bool IsOrdered = true)
{
    public static readonly Shape Unknown = new(false, []);

    public static readonly Shape Nothing = new(true, []);

    public bool IsNothing => IsKnown && Fhir.IsEmpty && System == SystemType.None;

    public static Shape Of(SystemType type) => new(true, [], type);

    public static Shape Of(FhirType type) => type.HoldsResource ? Unknown : new(true, [type]);

    public static Shape Of(IEnumerable<FhirType> types)
    {
        var all = types.Distinct().ToImmutableArray();
        return all.Any(type => type.HoldsResource) ? Unknown : new(true, all);
    }

    /// <summary>Whether an item may be a boolean, or a single item that counts as one.</summary>
    public bool MayBeBoolean => !IsKnown || IsNothing || System == SystemType.Boolean || !Fhir.IsEmpty;

    public static Shape Either(Shape one, Shape other)
    {
        if (one.IsNothing)
            return other;
        if (other.IsNothing)
            return one;
        var ordered = one.IsOrdered && other.IsOrdered;
        return one.IsKnown && other.IsKnown && one.System == other.System
            ? new(true, [.. one.Fhir.Union(other.Fhir)], one.System, ordered)
            : Unknown with { IsOrdered = ordered };
    }
}
