using System.Text;

namespace RegenTrack.Fhir.Checking;

/// <summary>A narrative: one well-formed XHTML div without anything that acts.</summary>
internal static class Xhtml
{
    private static readonly byte[][] Active =
        [.. new[] { "script", "form", "iframe", "object", "embed", "base", "link", "head", "body", "frame", "input", "button" }.Select(Encoding.ASCII.GetBytes)];

    public static bool Fits(ReadOnlySpan<byte> text) => new XhtmlScanner(text).Document();

    /// <summary>Whether an element of this name may stand in a narrative.</summary>
    public static bool IsPassive(ReadOnlySpan<byte> name)
    {
        foreach (var active in Active)
        {
            if (Ascii.EqualsIgnoreCase(name, active))
                return false;
        }

        return true;
    }

    /// <summary>Whether an attribute neither handles events nor holds a script.</summary>
    public static bool IsPassive(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        !(name.Length > 2 && Ascii.EqualsIgnoreCase(name[..2], "on"u8)) && !Starts(value, "javascript:"u8) && !Starts(value, "vbscript:"u8);

    /// <summary>Whether a value starts with a scheme as a browser reads it: character references decoded, white space and control characters dropped.</summary>
    private static bool Starts(ReadOnlySpan<byte> value, ReadOnlySpan<byte> scheme)
    {
        var matched = 0;
        while (matched < scheme.Length && !value.IsEmpty)
        {
            var one = Character(ref value);
            if (one <= ' ')
                continue;
            if (one is >= 'A' and <= 'Z')
                one |= 0x20;
            if (one != scheme[matched])
                return false;
            matched++;
        }

        return matched == scheme.Length;
    }

    private static int Character(ref ReadOnlySpan<byte> value)
    {
        var one = value[0];
        var end = value.IndexOf((byte)';');
        if (one != '&' || end < 0)
        {
            value = value[1..];
            return one;
        }

        var reference = value[1..end];
        value = value[(end + 1)..];
        return reference switch
        {
            [(byte)'#', ..] => XhtmlScanner.CodePoint(reference[1..]) ?? int.MaxValue,
            _ when reference.SequenceEqual("colon"u8) => ':',
            _ when reference.SequenceEqual("Tab"u8) || reference.SequenceEqual("NewLine"u8) => ' ',
            _ => int.MaxValue,
        };
    }
}
