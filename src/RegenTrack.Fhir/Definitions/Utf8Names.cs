using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace RegenTrack.Fhir.Definitions;

/// <summary>Compares names as UTF-8, so that a reader's token need not become a string.</summary>
internal sealed class Utf8Names : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static readonly Utf8Names Comparer = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

    /// <summary>Of length, both ends and the middle: names of one type hardly agree in all of them.</summary>
    public int GetHashCode(ReadOnlySpan<byte> alternate) => alternate switch
    {
        [] => 0,
        { Length: >= 8 } => (int)((BinaryPrimitives.ReadUInt64LittleEndian(alternate) * 0x9E3779B97F4A7C15 ^ BinaryPrimitives.ReadUInt64LittleEndian(alternate[^8..]) * 0xC2B2AE3D27D4EB4F) >> 32) + alternate.Length,
        _ => (alternate[0] * 31 + alternate[alternate.Length / 2]) * 31 + alternate[^1] + (alternate.Length << 24),
    };

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
