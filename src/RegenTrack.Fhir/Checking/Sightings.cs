using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Checking;

/// <summary>What an object has shown so far: which properties, how many values of each element, which type of each choice, which nulls.</summary>
internal sealed class Sightings
{
    private ulong[] properties = [];
    private int[] counts = [];
    private int[] choices = [];
    private List<(Element Element, bool Shadow, int Index, int Offset)>? nulls;

    /// <summary>Forgets the last object and makes room for one of a type.</summary>
    public void Begin(TypeDefinition type)
    {
        nulls = null;
        Fit(ref properties, (type.PropertyCount + 63) / 64);
        Fit(ref counts, type.Elements.Length * 2);
        Fit(ref choices, type.Elements.Length);
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
        ref var chosen = ref choices[property.Element.Index];
        var first = chosen == 0;
        if (first)
            chosen = property.Choice;
        return first || chosen == property.Choice;
    }

    public void Add(Property property, int count)
    {
        ref var slot = ref counts[Slot(property.Element, property.IsShadow)];
        slot = Math.Max(slot, count);
    }

    /// <summary>How many values the element has, with or without a primitive value.</summary>
    public int Count(Element element) => Math.Max(counts[Slot(element, false)], counts[Slot(element, true)]);

    public void Null(Property property, int index, int offset) => (nulls ??= []).Add((property.Element, property.IsShadow, index, offset));

    public bool HasNulls => nulls is not null;

    /// <summary>Offsets of nulls that no value of the counterpart array stands beside.</summary>
    public List<int> LonelyNulls()
    {
        var lonely = new List<int>();
        foreach (var (element, shadow, index, offset) in nulls ?? [])
        {
            if (index >= counts[Slot(element, !shadow)] || nulls!.Exists(other => other.Element == element && other.Shadow != shadow && other.Index == index))
                lonely.Add(offset);
        }

        return lonely;
    }

    private static void Fit<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            array = new T[Math.Max(length, 64)];
        else
            Array.Clear(array, 0, length);
    }

    private static int Slot(Element element, bool shadow) => (element.Index * 2) + (shadow ? 1 : 0);
}
