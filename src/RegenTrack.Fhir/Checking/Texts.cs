using System.Buffers;

namespace RegenTrack.Fhir.Checking;

/// <summary>Formats of the text primitives, on unescaped UTF-8 that is not empty.</summary>
internal static class Texts
{
    private static readonly SearchValues<byte> White = SearchValues.Create(" \t\r\n"u8);
    private static readonly SearchValues<byte> IdBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);
    private static readonly SearchValues<byte> LowerHex = SearchValues.Create("0123456789abcdef"u8);

    public static bool Any(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(White) >= 0;

    public static bool Id(ReadOnlySpan<byte> text) => text.Length <= 64 && text.IndexOfAnyExcept(IdBytes) < 0;

    public static bool Uri(ReadOnlySpan<byte> text) => text.IndexOfAny(White) < 0;

    public static bool Base64(ReadOnlySpan<byte> text) => System.Buffers.Text.Base64.IsValid(text);

    /// <summary>No white space at either end, single blanks between.</summary>
    public static bool Code(ReadOnlySpan<byte> text)
    {
        var blank = true;
        if (text.IndexOfAny(White) < 0)
            return !text.IsEmpty;
        foreach (var one in text)
        {
            if (White.Contains(one) && (blank || one != ' '))
                return false;
            blank = one == ' ';
        }

        return !blank;
    }

    public static bool Oid(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("urn:oid:"u8) || text.Length < 9 || text[8] is < (byte)'0' or > (byte)'2')
            return false;
        var arcs = 0;
        foreach (var range in text[8..].Split((byte)'.'))
        {
            var arc = text[8..][range];
            if (arc.IsEmpty || arc.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0 || (arc.Length > 1 && arc[0] == '0') || (arcs == 0 && arc.Length > 1))
                return false;
            arcs++;
        }

        return arcs > 1;
    }

    public static bool Uuid(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("urn:uuid:"u8) || text.Length != 45)
            return false;
        var id = text[9..];
        for (var i = 0; i < id.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? id[i] != '-' : !LowerHex.Contains(id[i]))
                return false;
        }

        return true;
    }
}
