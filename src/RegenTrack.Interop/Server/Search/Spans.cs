namespace RegenTrack.Interop.Server.Search;

/// <summary>Dates and numbers as they are stored and compared.</summary>
internal static class Spans
{
    /// <summary>Microseconds since 1970; the ends of the calendar are open.</summary>
    public static double Of(DateTimeOffset instant) =>
        instant == DateTimeOffset.MinValue ? double.NegativeInfinity
        : instant == DateTimeOffset.MaxValue ? double.PositiveInfinity
        : (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static double Of(decimal number) =>
        number == decimal.MinValue ? double.NegativeInfinity
        : number == decimal.MaxValue ? double.PositiveInfinity
        : (double)number;

    /// <summary>A single value is stored as that value, for comparisons are with it exactly (<c>gt100</c> does not find 100); a range as its ends.</summary>
    public static (double Low, double High) Stored(decimal low, decimal high) => IsOneValue(low, high) ? Middle(low, high) : (Of(low), Of(high));

    public static (double Low, double High) Middle(decimal low, decimal high)
    {
        var middle = (double)(low + (high - low) / 2);
        return (middle, middle);
    }

    /// <summary>Whether the span is what the digits of one number leave open: as wide as one unit of its last digit.</summary>
    private static bool IsOneValue(decimal low, decimal high) =>
        low == high || (low != decimal.MinValue && high != decimal.MaxValue && low.Scale > 0 && high - low == new decimal(1, 0, 0, false, (byte)(low.Scale - 1)));
}
