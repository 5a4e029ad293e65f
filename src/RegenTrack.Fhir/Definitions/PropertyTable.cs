using System.Buffers.Binary;
using System.Text;

namespace RegenTrack.Fhir.Definitions;

/// <summary>The properties of a type by their names as UTF-8, so that a reader's token need not become a string.</summary>
internal sealed class PropertyTable
{
    private readonly (byte[] Name, Property? Property)[] slots;
    private readonly int mask;

    /// <param name="properties">Of several with one name the last one counts; their index is given here.</param>
    public PropertyTable(IEnumerable<Property> properties)
    {
        var byName = new Dictionary<string, Property>(StringComparer.Ordinal);
        foreach (var property in properties)
            byName[property.Name] = property with { Index = byName.Count };
        Count = byName.Count;

        // Three quarters of the slots stay empty: a miss ends at the first look.
        mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(Count * 4, 4)) - 1;
        slots = new (byte[], Property?)[mask + 1];
        foreach (var property in byName.Values)
        {
            var name = Encoding.UTF8.GetBytes(property.Name);
            var at = Hash(name) & mask;
            while (slots[at].Property is not null)
                at = (at + 1) & mask;
            slots[at] = (name, property);
        }
    }

    public int Count { get; }

    public Property? Find(ReadOnlySpan<byte> name)
    {
        for (var at = Hash(name) & mask; slots[at].Property is { } property; at = (at + 1) & mask)
        {
            if (name.SequenceEqual(slots[at].Name))
                return property;
        }

        return null;
    }

    /// <summary>Of length, both ends and the middle: names of one type hardly agree in all of them.</summary>
    private static int Hash(ReadOnlySpan<byte> name) => name switch
    {
        [] => 0,
        { Length: >= 8 } => (int)((BinaryPrimitives.ReadUInt64LittleEndian(name) * 0x9E3779B97F4A7C15 ^ BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]) * 0xC2B2AE3D27D4EB4F) >> 32) + name.Length,
        _ => (name[0] * 31 + name[name.Length / 2]) * 31 + name[^1] + (name.Length << 24),
    };
}
