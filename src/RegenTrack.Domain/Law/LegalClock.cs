namespace RegenTrack.Domain.Law;

/// <summary>A petition period of working days that stops while the applicant supplements (NT8①). Immutable; every answer is computed.</summary>
/// <param name="Limit">Working days allowed.</param>
/// <param name="StartedOn">The day of receipt, which counts when it is a working day.</param>
/// <param name="Stops">In order; only the last may be open.</param>
public sealed record LegalClock(int Limit, DateOnly StartedOn, IReadOnlyList<ClockStop> Stops)
{
    public static LegalClock Start(int limit, DateOnly on) => new(limit, on, []);

    public bool IsStopped => Stops.Count > 0 && Stops[^1].Until is null;

    /// <summary>Stops it: the day of the request is the first that no longer counts.</summary>
    public LegalClock Stop(DateOnly on, string cause) => IsStopped ? this : this with { Stops = [.. Stops, new ClockStop(on, null, cause)] };

    /// <summary>Lets it run again: the day of the answer counts again.</summary>
    public LegalClock Resume(DateOnly on) =>
        IsStopped ? this with { Stops = [.. Stops.SkipLast(1), Stops[^1] with { Until = on < Stops[^1].From ? Stops[^1].From : on }] } : this;

    /// <summary>Whether a day uses up the period.</summary>
    public bool Counts(DateOnly day, HolidayTable holidays) =>
        day >= StartedOn && holidays.IsWorkingDay(day) && !Stops.Any(stop => stop.Covers(day));

    /// <summary>The last day of the period, or null while it is stopped.</summary>
    public DateOnly? Due(HolidayTable holidays)
    {
        if (IsStopped)
            return null;

        int counted = 0;
        for (DateOnly day = StartedOn; ; day = day.AddDays(1))
        {
            if (Counts(day, holidays) && ++counted == Limit)
                return day;
        }
    }

    /// <summary>Days used up to and including a day.</summary>
    public int Used(DateOnly until, HolidayTable holidays)
    {
        int counted = 0;
        for (DateOnly day = StartedOn; day <= until; day = day.AddDays(1))
            counted += Counts(day, holidays) ? 1 : 0;
        return counted;
    }

    /// <summary>Days still to come after today; negative when overdue. A stopped clock keeps what it had.</summary>
    public int Left(DateOnly today, HolidayTable holidays) => Limit - Used(today, holidays);
}

/// <summary>A time that does not count.</summary>
/// <param name="Until">First day that counts again; null while it lasts.</param>
/// <param name="Cause">What stopped it, e.g. the id of the supplement request.</param>
public sealed record ClockStop(DateOnly From, DateOnly? Until, string Cause)
{
    public bool Covers(DateOnly day) => day >= From && (Until is null || day < Until);
}
