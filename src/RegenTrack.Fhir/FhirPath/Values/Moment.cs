using System.Globalization;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Values;

/// <summary>How much of a date or time is known. Fractions belong to the second.</summary>
internal enum Precision
{
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

/// <summary>A date, dateTime or time of partial precision, as it was written.</summary>
/// <param name="Type">Date, DateTime or Time.</param>
/// <param name="Start">Its first instant on its own clock; of a time, on the first day of the calendar.</param>
/// <param name="Offset">Minutes east of UTC, when that is known.</param>
/// <param name="Digits">Of the fraction of the second.</param>
internal readonly partial record struct Moment(SystemType Type, Precision Precision, DateTime Start, int? Offset, int Digits)
{
    /// <summary>The first instant after it, or the end of the calendar.</summary>
    public DateTime End
    {
        get
        {
            try
            {
                return Precision switch
                {
                    Precision.Year => Start.AddYears(1),
                    Precision.Month => Start.AddMonths(1),
                    Precision.Day => Start.AddDays(1),
                    Precision.Hour => Start.AddHours(1),
                    Precision.Minute => Start.AddMinutes(1),
                    _ => Start.AddTicks(FractionTicks),
                };
            }
            catch (ArgumentOutOfRangeException)
            {
                return DateTime.MaxValue;
            }
        }
    }

    private long FractionTicks => TimeSpan.TicksPerSecond / (long)Math.Pow(10, Math.Min(Digits, 7));

    public static Moment Date(DateTimeOffset day) => new(SystemType.Date, Precision.Day, day.Date, null, 0);

    public static Moment DateTimeOf(DateTimeOffset instant) =>
        new(SystemType.DateTime, Precision.Second, ToMilliseconds(instant.DateTime), (int)instant.Offset.TotalMinutes, 3);

    public static Moment TimeOf(DateTimeOffset instant) =>
        new(SystemType.Time, Precision.Second, new DateTime(ToMilliseconds(instant.DateTime).TimeOfDay.Ticks), null, 3);

    /// <summary>Whether one is before (-1), the same (0) or after (1); null when their precision leaves that open.</summary>
    public int? CompareTo(Moment other)
    {
        if (Precision == other.Precision && Offset.HasValue == other.Offset.HasValue)
            return Ticks(Start, Offset).CompareTo(Ticks(other.Start, other.Offset));

        var unsure = Offset.HasValue == other.Offset.HasValue ? 0 : FarthestOffset;
        var (first, last) = Range(unsure);
        var (otherFirst, otherLast) = other.Range(unsure);
        return last < otherFirst ? -1 : first > otherLast ? 1 : null;
    }

    public override string ToString()
    {
        var pattern = (Type, Precision) switch
        {
            (SystemType.Time, Precision.Hour) => "HH",
            (SystemType.Time, Precision.Minute) => "HH:mm",
            (SystemType.Time, _) => "HH:mm:ss",
            (_, Precision.Year) => "yyyy",
            (_, Precision.Month) => "yyyy-MM",
            (_, Precision.Day) => "yyyy-MM-dd",
            (_, Precision.Hour) => "yyyy-MM-ddTHH",
            (_, Precision.Minute) => "yyyy-MM-ddTHH:mm",
            _ => "yyyy-MM-ddTHH:mm:ss",
        };
        var text = Start.ToString(Precision == Precision.Second && Digits > 0 ? $"{pattern}.{new string('f', Math.Min(Digits, 7))}" : pattern, CultureInfo.InvariantCulture);
        return Offset is { } minutes ? text + OffsetText(minutes) : text;
    }

    private const int FarthestOffset = 14 * 60;

    private static long Ticks(DateTime local, int? offset) => local.Ticks - ((offset ?? 0) * TimeSpan.TicksPerMinute);

    private static DateTime ToMilliseconds(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond));

    private static string OffsetText(int minutes) =>
        minutes == 0 ? "Z" : string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}");

    /// <summary>First and last tick; the second counts as a point, as its fraction is part of its value.</summary>
    private (long First, long Last) Range(int unsure)
    {
        var margin = Offset is null ? unsure * TimeSpan.TicksPerMinute : 0;
        return (Ticks(Start, Offset) - margin, Ticks(Precision == Precision.Second ? Start : End.AddTicks(-1), Offset) + margin);
    }
}
