using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace RegenTrack.Fhir.Checking;

/// <summary>Reads the markup of a narrative in place: is it well-formed, and is every element and attribute passive?</summary>
internal ref struct XhtmlScanner(ReadOnlySpan<byte> text)
{
    private const int Deepest = 100;

    private static readonly SearchValues<byte> Special = SearchValues.Create([(byte)'<', (byte)'&', (byte)'>', .. Enumerable.Range(0, 32).Where(one => one is not (9 or 10 or 13)).Select(one => (byte)one)]);
    private static readonly SearchValues<byte> White = SearchValues.Create(" \t\r\n"u8);

    private readonly ReadOnlySpan<byte> text = text;
    private int at;

    public bool Document()
    {
        Span<Range> open = stackalloc Range[Deepest];
        var depth = 0;
        if (!Misc() || !Tag(open, ref depth, isRoot: true))
            return false;
        while (depth > 0)
        {
            if (!Content() || !Tag(open, ref depth, isRoot: false))
                return false;
        }

        return Misc() && at == text.Length;
    }

    /// <summary>The character that a numeric reference means, without &amp;# and semicolon; null when it means none.</summary>
    public static int? CodePoint(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        var read = digits is [(byte)'x', .. var hex]
            ? hex.Length is > 0 and <= 6 && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
            : digits.Length is > 0 and <= 7 && Utf8Parser.TryParse(digits, out number, out var length) && length == digits.Length && digits[0] != '+';
        return read && (number is 9 or 10 or 13 || number is (>= 32 and < 0xD800) or (> 0xDFFF and < 0xFFFE) or (> 0xFFFF and <= 0x10FFFF)) ? number : null;
    }

    /// <summary>White space and comments around the root.</summary>
    private bool Misc()
    {
        while (true)
        {
            SkipWhite();
            if (!Next("<!--"u8))
                return true;
            if (!Comment())
                return false;
        }
    }

    /// <summary>Text, comments and CDATA up to the next tag.</summary>
    private bool Content()
    {
        while (true)
        {
            var found = text[at..].IndexOfAny(Special);
            if (found < 0)
                return false;
            at += found;
            switch (text[at])
            {
                case (byte)'&' when Reference():
                case (byte)'>' when PlainGreater():
                case (byte)'<' when Next("<!--"u8) && Comment():
                case (byte)'<' when Next("<![CDATA["u8) && Through("]]>"u8):
                    continue;
                case (byte)'<':
                    return !text[at..].StartsWith("<!"u8) && !text[at..].StartsWith("<?"u8);
                default:
                    return false;
            }
        }
    }

    private bool PlainGreater()
    {
        var ends = text[..at].EndsWith("]]"u8);
        at++;
        return !ends;
    }

    private bool Comment() => text[at..].IndexOf("--"u8) is var end and >= 0 && Move(end + 2) && Next(">"u8);

    private bool Through(ReadOnlySpan<byte> mark) => text[at..].IndexOf(mark) is var end and >= 0 && Move(end + mark.Length);

    private bool Reference()
    {
        at++;
        var end = text[at..].IndexOf((byte)';');
        if (end is < 1 or > 32)
            return false;
        var name = text.Slice(at, end);
        at += end + 1;
        // HTML's named characters are unknown to XML; what they mean does not matter here.
        return name[0] == '#' ? CodePoint(name[1..]) is not null : Name(name) == name.Length;
    }

    private bool Tag(scoped Span<Range> open, ref int depth, bool isRoot)
    {
        if (at >= text.Length || text[at] != '<')
            return false;
        at++;
        if (Next("/"u8))
        {
            if (isRoot || !Name(out var closed) || !text[open[depth - 1]].SequenceEqual(text[closed]))
                return false;
            depth--;
            SkipWhite();
            return Next(">"u8);
        }

        if (!Name(out var name) || depth == open.Length || !Allowed(text[name], isRoot) || !Attributes(isRoot))
            return false;
        if (Next("/>"u8))
            return true;
        open[depth++] = name;
        return Next(">"u8);
    }

    private static bool Allowed(ReadOnlySpan<byte> name, bool isRoot) => isRoot ? name.SequenceEqual("div"u8) : !name.Contains((byte)':') && Xhtml.IsPassive(name);

    private bool Attributes(bool isRoot)
    {
        Span<Range> seen = stackalloc Range[32];
        var (count, named) = (0, !isRoot);
        while (true)
        {
            var white = SkipWhite();
            if (at >= text.Length || text[at] is (byte)'>' or (byte)'/')
                return named;
            if (!white || count == seen.Length || !Name(out var name) || !Value(out var value))
                return false;
            foreach (var other in seen[..count])
            {
                if (text[other].SequenceEqual(text[name]))
                    return false;
            }

            seen[count++] = name;
            var isNamespace = text[name].SequenceEqual("xmlns"u8);
            if (isNamespace && !text[value].SequenceEqual("http://www.w3.org/1999/xhtml"u8))
                return false;
            named |= isNamespace;
            if ((text[name].Contains((byte)':') && !text[name].StartsWith("xml"u8)) || !Xhtml.IsPassive(text[name], text[value]))
                return false;
        }
    }

    private bool Value(out Range value)
    {
        value = default;
        SkipWhite();
        if (!Next("="u8))
            return false;
        SkipWhite();
        if (at >= text.Length || text[at] is not ((byte)'"' or (byte)'\'') || text[(at + 1)..].IndexOf(text[at]) is not (var length and >= 0))
            return false;
        var (start, end) = (at + 1, at + 1 + length);
        value = start..end;
        for (at = start; at < end;)
        {
            var found = text[at..end].IndexOfAny(Special);
            if (found < 0)
                break;
            at += found;
            if (text[at] == '>')
                at++;
            else if (text[at] != '&' || !Reference() || at > end)
                return false;
        }

        at = end + 1;
        return true;
    }

    private bool Name(out Range name)
    {
        var length = Name(text[at..]);
        name = at..(at + length);
        at += length;
        return length > 0;
    }

    private static int Name(ReadOnlySpan<byte> from)
    {
        var length = 0;
        while (length < from.Length && (char.IsAsciiLetter((char)from[length]) || from[length] is (byte)'_' or (byte)':' or >= 0x80
            || (length > 0 && (char.IsAsciiDigit((char)from[length]) || from[length] is (byte)'-' or (byte)'.'))))
            length++;
        return length;
    }

    private bool Next(ReadOnlySpan<byte> mark) => text[at..].StartsWith(mark) && Move(mark.Length);

    private bool Move(int by)
    {
        at += by;
        return true;
    }

    private bool SkipWhite()
    {
        var found = text[at..].IndexOfAnyExcept(White);
        at = found < 0 ? text.Length : at + found;
        return found != 0;
    }
}
