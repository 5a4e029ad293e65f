using System.Buffers.Text;
using System.Globalization;

namespace RegenTrack.Fhir.Checking;

/// <summary>Formats of the numbers, on JSON number tokens.</summary>
internal static class Numbers
{
    // A decimal with more text than this carries no more than System.Decimal can keep.
    private const int LongestDecimal = 64;

    public static bool Decimal(ReadOnlySpan<byte> text) =>
        text.Length <= LongestDecimal && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    public static bool Integer(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out int _, out var read) && read == text.Length;

    public static bool Unsigned(ReadOnlySpan<byte> text) => Integer(text) && text[0] != '-';

    public static bool Positive(ReadOnlySpan<byte> text) => Unsigned(text) && text[0] != '0';
}
