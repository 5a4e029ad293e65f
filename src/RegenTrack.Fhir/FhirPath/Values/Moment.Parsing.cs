using System.Globalization;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Values;

internal readonly partial record struct Moment
{
    /// <summary>Reads YYYY[-MM[-DD]][Thh[:mm[:ss[.fff]]]][Z|±hh:mm], or hh[:mm[:ss[.fff]]] for a time.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, SystemType type, out Moment moment)
    {
        moment = default;
        var at = text.IndexOf('T');
        if (type == SystemType.Time)
            return TryTime(text, out var time, out var timePrecision, out var timeDigits) && Found(new Moment(type, timePrecision, time, null, timeDigits), out moment);
        if (!TryDate(at < 0 ? text : text[..at], out var day, out var precision))
            return false;
        if (at < 0 || at == text.Length - 1)
            return Found(new Moment(type, precision, day, null, 0), out moment);
        if (type == SystemType.Date || precision != Precision.Day || !TryOffset(text[(at + 1)..], out var clock, out var offset))
            return false;
        return TryTime(clock, out var within, out precision, out var digits) && Found(new Moment(type, precision, day.AddTicks(within.Ticks), offset, digits), out moment);
    }

    private static bool Found(Moment value, out Moment moment)
    {
        moment = value;
        return true;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out DateTime day, out Precision precision)
    {
        (day, precision) = (default, text.Length switch { 4 => Precision.Year, 7 => Precision.Month, _ => Precision.Day });
        if (text.Length is not (4 or 7 or 10) || !TryNumber(text[..4], out var year) || year == 0)
            return false;
        var (month, date) = (1, 1);
        if (text.Length >= 7 && (text[4] != '-' || !TryNumber(text[5..7], out month) || month is 0 or > 12))
            return false;
        if (text.Length == 10 && (text[7] != '-' || !TryNumber(text[8..], out date) || date == 0 || date > DateTime.DaysInMonth(year, month)))
            return false;
        day = new DateTime(year, month, date);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out DateTime time, out Precision precision, out int digits)
    {
        (time, digits, precision) = (default, 0, text.Length switch { 2 => Precision.Hour, 5 => Precision.Minute, _ => Precision.Second });
        var (minute, second, ticks) = (0, 0, 0L);
        if (text.Length is 0 or 1 or 3 or 4 or 6 or 7 || !TryNumber(text[..2], out var hour) || hour > 23)
            return false;
        if (text.Length > 2 && (text[2] != ':' || !TryNumber(text[3..5], out minute) || minute > 59))
            return false;
        // A leap second is read as the second before it.
        if (text.Length > 5 && (text[5] != ':' || !TryNumber(text[6..8], out second) || second > 60))
            return false;
        if (text.Length > 8 && !TryFraction(text[8..], out ticks, out digits))
            return false;
        time = new DateTime((((hour * 60L) + minute) * 60L + Math.Min(second, 59)) * TimeSpan.TicksPerSecond + ticks);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, out long ticks, out int digits)
    {
        (ticks, digits) = (0, text.Length - 1);
        if (text[0] != '.' || digits == 0 || text[1..].ContainsAnyExceptInRange('0', '9'))
            return false;
        var kept = text.Slice(1, Math.Min(digits, 7));
        ticks = long.Parse(kept, CultureInfo.InvariantCulture);
        for (var i = kept.Length; i < 7; i++)
            ticks *= 10;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out ReadOnlySpan<char> clock, out int? minutes)
    {
        clock = text;
        minutes = null;
        if (text[^1] == 'Z')
        {
            clock = text[..^1];
            minutes = 0;
            return true;
        }

        if (text.Length <= 6 || text[^6] is not ('+' or '-'))
            return true;
        if (text[^3] != ':' || !TryNumber(text[^5..^3], out var hour) || !TryNumber(text[^2..], out var minute) || minute > 59 || (hour * 60) + minute > FarthestOffset)
            return false;
        clock = text[..^6];
        minutes = ((hour * 60) + minute) * (text[^6] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
