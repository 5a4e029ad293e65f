using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Values;

internal readonly partial record struct Moment
{
    /// <summary>Moves by whole units; units finer than the precision count as whole coarser ones. Null beyond the calendar.</summary>
    public Moment? Add(decimal amount, CalendarUnit unit)
    {
        // HL7's official cases drop the fraction of every unit, seconds included.
        var whole = decimal.Truncate(amount);
        var (count, step) = Coarser(whole, unit, Precision);
        if (Math.Abs(count) > int.MaxValue)
            return null;
        try
        {
            var moved = Move(Start, (int)count, step);
            if (Type == SystemType.Time)
                moved = new DateTime(((moved.Ticks % TimeSpan.TicksPerDay) + TimeSpan.TicksPerDay) % TimeSpan.TicksPerDay);
            return this with { Start = moved, Digits = step == CalendarUnit.Millisecond ? Math.Max(Digits, 3) : Digits };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private DateTime Move(DateTime from, int count, CalendarUnit unit)
    {
        if (Type == SystemType.Time)
            from = from.AddDays(count < 0 ? DaysToBorrow : 0);
        return unit switch
        {
            CalendarUnit.Year => from.AddYears(count),
            CalendarUnit.Month => from.AddMonths(count),
            CalendarUnit.Week => from.AddDays(7.0 * count),
            CalendarUnit.Day => from.AddDays(count),
            CalendarUnit.Hour => from.AddHours(count),
            CalendarUnit.Minute => from.AddMinutes(count),
            CalendarUnit.Second => from.AddSeconds(count),
            _ => from.AddMilliseconds(count),
        };
    }

    // So that a time of day can go back without leaving the calendar.
    private const int DaysToBorrow = 1_000_000;

    private static (decimal Count, CalendarUnit Unit) Coarser(decimal count, CalendarUnit unit, Precision precision)
    {
        while (true)
        {
            var (next, size) = (precision, unit) switch
            {
                (Precision.Year, CalendarUnit.Day) => (CalendarUnit.Year, 365),
                ( < Precision.Month, CalendarUnit.Month) => (CalendarUnit.Year, 12),
                ( < Precision.Day, CalendarUnit.Week) => (CalendarUnit.Day, 0),
                ( < Precision.Day, CalendarUnit.Day) => (CalendarUnit.Month, 30),
                ( < Precision.Hour, CalendarUnit.Hour) => (CalendarUnit.Day, 24),
                ( < Precision.Minute, CalendarUnit.Minute) => (CalendarUnit.Hour, 60),
                ( < Precision.Second, CalendarUnit.Second) => (CalendarUnit.Minute, 60),
                ( < Precision.Second, CalendarUnit.Millisecond) => (CalendarUnit.Second, 1000),
                _ => (unit, 1),
            };
            if (next == unit)
                return (count, unit);
            count = size == 0 ? count * 7 : decimal.Truncate(count / size);
            unit = next;
        }
    }
}
