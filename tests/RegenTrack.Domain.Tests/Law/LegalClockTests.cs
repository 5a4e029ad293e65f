using RegenTrack.Domain.Law;
using static RegenTrack.Domain.Tests.Law.Calendar;

namespace RegenTrack.Domain.Tests.Law;

public sealed class LegalClockTests
{
    private static readonly LegalClock Running = LegalClock.Start(120, Day("2026-06-01"));

    [Fact]
    public void a_running_clock_ends_on_its_last_working_day() => Assert.Equal(Day("2026-11-24"), Running.Due(Holidays));

    [Fact]
    public void a_stopped_clock_has_no_end_and_keeps_its_days()
    {
        LegalClock stopped = Running.Stop(Day("2026-06-29"), "s-1");
        Assert.Null(stopped.Due(Holidays));
        Assert.Equal(101, stopped.Left(Day("2026-06-29"), Holidays));
        Assert.Equal(101, stopped.Left(Day("2026-09-30"), Holidays));
    }

    [Fact]
    public void answered_on_the_same_day_it_loses_nothing() =>
        Assert.Equal(Day("2026-11-24"), Running.Stop(Day("2026-06-29"), "s-1").Resume(Day("2026-06-29")).Due(Holidays));

    [Fact]
    public void the_last_day_has_nothing_left_and_the_next_is_overdue()
    {
        Assert.Equal(0, Running.Left(Day("2026-11-24"), Holidays));
        Assert.Equal(119, Running.Left(Day("2026-06-01"), Holidays));
    }

    [Fact]
    public void a_supplement_of_k_working_days_moves_the_end_by_k_working_days() => Seeded.Check(random =>
    {
        DateOnly start = Day("2026-01-05").AddDays(random.Next(250));
        int limit = random.Next(6, 121);
        LegalClock clock = LegalClock.Start(limit, start);
        DateOnly end = clock.Due(Holidays)!.Value;
        DateOnly from = start.AddDays(random.Next(end.DayNumber - start.DayNumber + 1));
        DateOnly answered = from.AddDays(random.Next(60));
        int k = LegalCalendar.WorkingDays(from, answered.AddDays(-1), Holidays);

        DateOnly moved = clock.Stop(from, "s").Resume(answered).Due(Holidays)!.Value;

        Assert.Equal(LegalCalendar.Petition(start, limit + k, Holidays), moved);
    });

    [Fact]
    public void the_explanation_covers_every_day_once_and_adds_up() => Seeded.Check(random =>
    {
        LegalClock clock = LegalClock.Start(120, Day("2026-01-05").AddDays(random.Next(120)));
        DateOnly day = clock.StartedOn;
        for (int stops = random.Next(4); stops > 0; stops--)
        {
            clock = clock.Stop(day = day.AddDays(random.Next(1, 20)), $"s{stops}");
            if (stops > 1 || random.Next(2) == 0)
                clock = clock.Resume(day = day.AddDays(random.Next(30)));
        }

        DateOnly today = day.AddDays(5);
        ClockExplanation why = ClockExplanation.Of(clock, DeadlineCatalogue.TreatmentDecision, today, Holidays);

        Assert.Equal(clock.StartedOn, why.Intervals[0].First);
        for (int i = 1; i < why.Intervals.Count; i++)
            Assert.Equal(why.Intervals[i - 1].Last.AddDays(1), why.Intervals[i].First);
        int counted = why.Intervals.Where(interval => interval.Running).Sum(interval => interval.WorkingDays);
        Assert.Equal(why.Due is null ? clock.Used(today, Holidays) : 120, counted);
        Assert.Equal(why.Due ?? today, why.Intervals[^1].Last);
    });
}
