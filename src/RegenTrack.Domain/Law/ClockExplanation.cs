namespace RegenTrack.Domain.Law;

/// <summary>Why a clock ends on its date: each stretch that ran or stood still, and each day off inside.</summary>
/// <param name="Due">Null while the clock is stopped.</param>
public sealed record ClockExplanation(LegalClock Clock, Deadline Deadline, DateOnly? Due, IReadOnlyList<ClockInterval> Intervals)
{
    public int StoppedWorkingDays => Intervals.Where(interval => !interval.Running).Sum(interval => interval.WorkingDays);

    public static ClockExplanation Of(LegalClock clock, Deadline deadline, DateOnly today, HolidayTable holidays)
    {
        DateOnly? due = clock.Due(holidays);
        DateOnly end = due ?? (today < clock.Stops[^1].From ? clock.Stops[^1].From : today);
        var intervals = new List<ClockInterval>();
        DateOnly from = clock.StartedOn;
        foreach (ClockStop stop in clock.Stops)
        {
            Add(from, stop.From.AddDays(-1), true, null);
            DateOnly last = stop.Until?.AddDays(-1) ?? end;
            Add(stop.From, last, false, stop.Cause);
            from = last.AddDays(1);
        }

        if (due is not null)
            Add(from, end, true, null);
        return new ClockExplanation(clock, deadline, due, intervals);

        void Add(DateOnly first, DateOnly last, bool running, string? cause)
        {
            if (last >= first)
                intervals.Add(Interval(first, last, running, cause, holidays));
        }
    }

    private static ClockInterval Interval(DateOnly first, DateOnly last, bool running, string? cause, HolidayTable holidays)
    {
        var off = new List<Holiday>();
        for (DateOnly day = first; day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && holidays.On(day) is { } holiday)
                off.Add(holiday);
        }

        return new ClockInterval(first, last, running, LegalCalendar.WorkingDays(first, last, holidays), off, cause);
    }
}

/// <summary>One stretch of a clock.</summary>
/// <param name="Last">Inclusive.</param>
/// <param name="WorkingDays">Working days inside; they count only when <paramref name="Running"/>.</param>
/// <param name="Holidays">Public holidays on weekdays inside, which never count.</param>
/// <param name="Cause">What stopped it.</param>
public sealed record ClockInterval(
    DateOnly First, DateOnly Last, bool Running, int WorkingDays, IReadOnlyList<Holiday> Holidays, string? Cause);
