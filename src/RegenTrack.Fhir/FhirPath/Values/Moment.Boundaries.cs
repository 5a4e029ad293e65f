using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Values;

internal readonly partial record struct Moment
{
    private static readonly (int Digits, Precision Precision)[] DateDigits =
        [(4, Precision.Year), (6, Precision.Month), (8, Precision.Day), (10, Precision.Hour), (12, Precision.Minute), (14, Precision.Second), (17, Precision.Second)];

    private static readonly (int Digits, Precision Precision)[] TimeDigits =
        [(2, Precision.Hour), (4, Precision.Minute), (6, Precision.Second), (9, Precision.Second)];

    /// <summary>How many digits are known: 4 for a year, 17 for a dateTime with milliseconds.</summary>
    public int DigitCount
    {
        get
        {
            var precision = Precision;
            var whole = (Type == SystemType.Time ? TimeDigits : DateDigits).First(one => one.Precision == precision).Digits;
            return whole + (precision == Precision.Second ? Digits : 0);
        }
    }

    /// <summary>The first or last moment that this may stand for, with so many digits; null when no precision has so many.</summary>
    public Moment? Boundary(int? digits, bool high)
    {
        var known = Type == SystemType.Time ? TimeDigits : DateDigits;
        var wanted = digits ?? Type switch { SystemType.Date => 8, SystemType.Time => 9, _ => 17 };
        var target = Array.FindIndex(known, one => one.Digits == wanted);
        if (target < 0 || (Type == SystemType.Date && wanted > 8))
            return null;
        var (_, precision) = known[target];
        var withZone = precision > Precision.Day && Type == SystemType.DateTime;
        var start = high && precision > Precision ? Last(this) : Start;
        return new Moment(Type, precision, Cut(start, precision, wanted % 2 == 1), withZone ? Offset ?? (high ? -12 * 60 : FarthestOffset) : null, wanted % 2 == 1 ? 3 : 0);
    }

    /// <summary>The last millisecond. R4 knows no hour without minutes: HL7's official cases read T08 as T08:00.</summary>
    private static DateTime Last(Moment moment) =>
        (moment.Precision == Precision.Hour ? moment.Start.AddMinutes(1) : moment.End).AddMilliseconds(-1);

    private static DateTime Cut(DateTime time, Precision precision, bool milliseconds) => precision switch
    {
        Precision.Year => new DateTime(time.Year, 1, 1),
        Precision.Month => new DateTime(time.Year, time.Month, 1),
        Precision.Day => time.Date,
        Precision.Hour => time.Date.AddHours(time.Hour),
        Precision.Minute => time.Date.AddHours(time.Hour).AddMinutes(time.Minute),
        _ => milliseconds ? ToMilliseconds(time) : new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond)),
    };
}
