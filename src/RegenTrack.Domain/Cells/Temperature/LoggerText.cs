using System.Globalization;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Numbers and times as loggers print them.</summary>
internal static class LoggerText
{
    // Far beyond any thermometer and any run: a damaged number that is larger would spoil every sum that it goes into.
    private const decimal MostDegrees = 10_000m;
    private const decimal MostMinutes = 10 * 366 * 24 * 60;
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    /// <summary>Degrees with decimal point or comma, with or without sign and unit; null when it is no number of degrees.</summary>
    public static decimal? Degrees(string text) => Number(text) is { } degrees && Math.Abs(degrees) <= MostDegrees ? degrees : null;

    /// <summary>A time in minutes; null when it is none that a device counts.</summary>
    public static TimeSpan? Minutes(string text) => Number(text) is { } minutes ? Minutes(minutes) : null;

    public static TimeSpan? Minutes(decimal minutes) => minutes is >= 0 and <= MostMinutes ? TimeSpan.FromMinutes((double)minutes) : null;

    /// <summary>The logging interval that a file states; what the readings show when it states none that a logger has, for within one that is too long nothing would be found missing.</summary>
    public static TimeSpan? Interval(TimeSpan? stated, IReadOnlyList<Reading> readings) => stated > TimeSpan.Zero && stated <= LongestInterval ? stated : CommonStep(readings);

    public static DateTime? Time(string text, params ReadOnlySpan<string> patterns)
    {
        foreach (var pattern in patterns)
            if (DateTime.TryParseExact(text.Trim(), pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)) return value;
        return null;
    }

    /// <summary><c>+02:00</c>, <c>-3:30</c> or hours as <c>9.00</c>, in whole minutes; null otherwise.</summary>
    public static TimeSpan? Offset(string text)
    {
        text = text.Trim();
        var offset = text.Contains(':', StringComparison.Ordinal)
            ? TimeSpan.TryParse(text.TrimStart('+'), CultureInfo.InvariantCulture, out var span) ? span : (TimeSpan?)null
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) && Math.Abs(hours) <= 14 ? TimeSpan.FromMinutes((double)(hours * 60)) : null;
        return offset is { } whole && whole.Duration() <= TimeSpan.FromHours(14) && whole.Ticks % TimeSpan.TicksPerMinute == 0 ? whole : null;
    }

    /// <summary>The step between readings that occurs most; null below two readings.</summary>
    public static TimeSpan? CommonStep(IReadOnlyList<Reading> readings) => readings.Count < 2
        ? null
        : readings.Skip(1).Zip(readings, (later, earlier) => later.At - earlier.At).GroupBy(step => step).MaxBy(group => group.Count())!.Key;

    private static decimal? Number(string text)
    {
        var number = text.Trim().TrimEnd('C', '°', '℃', ' ').Replace(',', '.');
        return decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
