namespace RegenTrack.Domain.Law;

/// <summary>The three ways in which the law counts days. Every result is the last day on which the duty can be done.</summary>
public static class LegalCalendar
{
    /// <summary>Periods of the committee and its secretariat (NT8②): the first day counts, Saturdays and public holidays do not. For six days and more.</summary>
    public static DateOnly Petition(DateOnly start, int days, HolidayTable holidays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        DateOnly day = start;
        for (int counted = 0; ; day = day.AddDays(1))
        {
            if (holidays.IsWorkingDay(day) && ++counted == days)
                return day;
        }
    }

    /// <summary>Petition periods of up to five days run in office hours from the minute of receipt: one day is eight hours.</summary>
    public static DateTimeOffset PetitionHours(DateTimeOffset received, int days, HolidayTable holidays, OfficeHours office)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 5);
        TimeSpan left = TimeSpan.FromHours(8 * days);
        for (DateOnly day = KoreanTime.DayOf(received); ; day = day.AddDays(1))
        {
            if (!holidays.IsWorkingDay(day))
                continue;

            foreach ((DateTimeOffset opens, DateTimeOffset closes) in office.Of(day))
            {
                DateTimeOffset from = received > opens ? received : opens;
                if (from >= closes)
                    continue;
                if (from + left <= closes)
                    return (from + left).ToUniversalTime();
                left -= closes - from;
            }
        }
    }

    /// <summary>Periods given to applicants (Civil Act 157, 161): the first day does not count; a last day off moves to the next working day.</summary>
    public static DateOnly Civil(DateOnly trigger, int days, HolidayTable holidays) => NextWorkingDay(DaysOn(trigger, days), holidays);

    /// <summary>Duration of a duty or sanction (GA6②): the first day counts, and it ends even on a day off.</summary>
    public static DateOnly Burden(DateOnly start, int days) => start.AddDays(days - 1);

    /// <summary>Duration of a duty or sanction in months: it ends on the day before the corresponding day.</summary>
    public static DateOnly BurdenMonths(DateOnly start, int months) => start.AddMonths(months).AddDays(-1);

    /// <summary>The corresponding day some years on; the calendar's last day when there is none.</summary>
    public static DateOnly YearsOn(DateOnly day, int years) => day.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : day.AddYears(years);

    /// <summary>Working days from the first day to the last, both counted; zero when the last lies before the first.</summary>
    public static int WorkingDays(DateOnly first, DateOnly last, HolidayTable holidays)
    {
        int count = 0;
        for (DateOnly day = first; day <= last; day = day.AddDays(1))
            count += holidays.IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    public static DateOnly NextWorkingDay(DateOnly day, HolidayTable holidays)
    {
        while (!holidays.IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    private static DateOnly DaysOn(DateOnly day, int days) => day.DayNumber > DateOnly.MaxValue.DayNumber - days ? DateOnly.MaxValue : day.AddDays(days);
}
