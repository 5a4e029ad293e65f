using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Checking;

/// <summary>What an object has shown so far: which properties, how many values of each element, which type of each choice, which nulls.</summary>
internal sealed class Sightings
{
    private ulong[] properties = [];
    private Sighting[] elements = [];
    private long stamp;
    private List<(Element Element, bool Shadow, int Index, int Offset)>? nulls;

    /// <summary>Forgets the last object and makes room for one of a type.</summary>
    public void Begin(TypeDefinition type)
    {
        nulls = null;
        var words = (type.PropertyCount + 63) / 64;
        if (properties.Length < words)
            properties = new ulong[words];
        else
            properties.AsSpan(0, words).Clear();
        if (elements.Length < type.Elements.Length)
            elements = new Sighting[Math.Max(type.Elements.Length, 64)];
        // What bears another stamp is of an object before: that costs less than to clear what hardly any object uses.
        stamp++;
    }

    /// <summary>Marks a property; false when it was there before.</summary>
    public bool First(Property property)
    {
        ref var word = ref properties[property.Index >> 6];
        var bit = 1UL << (property.Index & 63);
        var first = (word & bit) == 0;
        word |= bit;
        return first;
    }

    /// <summary>False when another type of the same choice was there before. A shadow belongs to the type beside it.</summary>
    public bool SameChoice(Property property)
    {
        if (property.Choice == 0)
            return true;
        ref var chosen = ref Of(property.Element).Choice;
        var first = chosen == 0;
        if (first)
            chosen = property.Choice;
        return first || chosen == property.Choice;
    }

    public void Add(Property property, int count)
    {
        ref var seen = ref Of(property.Element);
        if (property.IsShadow)
            seen.Shadows = Math.Max(seen.Shadows, count);
        else
            seen.Values = Math.Max(seen.Values, count);
    }

    /// <summary>How many values the element has, with or without a primitive value.</summary>
    public int Count(Element element) => elements[element.Index] is var seen && seen.Stamp == stamp ? Math.Max(seen.Values, seen.Shadows) : 0;

    public void Null(Property property, int index, int offset) => (nulls ??= []).Add((property.Element, property.IsShadow, index, offset));

    public bool HasNulls => nulls is not null;

    /// <summary>Offsets of nulls that no value of the counterpart array stands beside.</summary>
    public List<int> LonelyNulls()
    {
        var lonely = new List<int>();
        foreach (var (element, shadow, index, offset) in nulls ?? [])
        {
            ref var seen = ref Of(element);
            if (index >= (shadow ? seen.Values : seen.Shadows) || nulls!.Exists(other => other.Element == element && other.Shadow != shadow && other.Index == index))
                lonely.Add(offset);
        }

        return lonely;
    }

    private ref Sighting Of(Element element)
    {
        ref var seen = ref elements[element.Index];
        if (seen.Stamp != stamp)
            seen = new Sighting { Stamp = stamp };
        return ref seen;
    }

    /// <summary>Of one element: its values, what stands beside primitives, and which type of a choice.</summary>
    private struct Sighting
    {
        public long Stamp;
        public int Values;
        public int Shadows;
        public int Choice;
    }
}
