namespace RegenTrack.Fhir.Checking;

/// <summary>Formats of date, dateTime, instant and time: partial precision where R4 allows it, only days that exist.</summary>
internal static class Dates
{
    public static bool Date(ReadOnlySpan<byte> text) => text.Length switch
    {
        4 => Number(text, 1, 9999) > 0,
        7 => Date(text[..4]) && text[4] == '-' && Number(text[5..7], 1, 12) > 0,
        10 => Date(text[..7]) && text[7] == '-' && Number(text[8..10], 1, System.DateTime.DaysInMonth(Number(text[..4], 1, 9999), Number(text[5..7], 1, 12))) > 0,
        _ => false,
    };

    public static bool DateTime(ReadOnlySpan<byte> text) => text.Length <= 10 ? Date(text) : Instant(text);

    public static bool Instant(ReadOnlySpan<byte> text)
    {
        if (text.Length < 20 || !Date(text[..10]) || text[10] != 'T')
            return false;
        var rest = text[11..];
        if (rest[^1] == 'Z')
            return Time(rest[..^1]);
        return rest.Length > 6 && Offset(rest[^6..]) && Time(rest[..^6]);
    }

    public static bool Time(ReadOnlySpan<byte> text)
    {
        if (text.Length < 8 || text[2] != ':' || text[5] != ':'
            || Number(text[..2], 0, 23) < 0 || Number(text[3..5], 0, 59) < 0 || Number(text[6..8], 0, 60) < 0)
            return false;
        return text.Length == 8 || (text[8] == '.' && text.Length > 9 && text[9..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);
    }

    private static bool Offset(ReadOnlySpan<byte> text) =>
        text[0] is (byte)'+' or (byte)'-' && text[3] == ':'
        && Number(text[1..3], 0, 14) is var hours and >= 0 && Number(text[4..6], 0, hours == 14 ? 0 : 59) >= 0;

    /// <summary>The number that the digits write, or -1 when they are none or outside the range.</summary>
    private static int Number(ReadOnlySpan<byte> digits, int from, int to)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;
            number = (number * 10) + digit - '0';
        }

        return number >= from && number <= to ? number : -1;
    }
}
