using RegenTrack.Domain.Law;
using static RegenTrack.Domain.Tests.Law.Calendar;

namespace RegenTrack.Domain.Tests.Law;

public sealed class LegalCalendarTests
{
    [Theory]
    [InlineData(20, "2026-06-29")]
    [InlineData(30, "2026-07-13")]
    [InlineData(90, "2026-10-13")]
    [InlineData(120, "2026-11-24")]
    public void petition_days_count_the_first_day_and_skip_days_off(int days, string end) =>
        Assert.Equal(Day(end), LegalCalendar.Petition(Day("2026-06-01"), days, Holidays));

    [Fact]
    public void a_petition_received_on_a_day_off_starts_on_the_next_working_day() =>
        Assert.Equal(Day("2026-06-04"), LegalCalendar.Petition(Day("2026-06-03"), 1, Holidays));

    [Theory]
    [InlineData("2026-06-01 10:00", 1, "2026-06-02 10:00")]
    [InlineData("2026-06-01 17:00", 1, "2026-06-02 17:00")]
    [InlineData("2026-06-01 12:30", 1, "2026-06-02 12:00")]
    [InlineData("2026-06-02 09:00", 1, "2026-06-02 18:00")]
    [InlineData("2026-06-02 15:00", 2, "2026-06-05 15:00")]
    [InlineData("2026-05-30 11:00", 1, "2026-06-01 18:00")]
    public void short_petition_periods_run_in_office_hours(string received, int days, string end) =>
        Assert.Equal(Seoul(end), LegalCalendar.PetitionHours(Seoul(received), days, Holidays, OfficeHours.Default));

    [Fact]
    public void hours_are_only_for_five_days_and_less() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LegalCalendar.PetitionHours(Seoul("2026-06-01 10:00"), 6, Holidays, OfficeHours.Default));

    [Theory]
    [InlineData("2026-06-01", 30, "2026-07-01")]
    [InlineData("2026-06-05", 1, "2026-06-08")]
    [InlineData("2026-09-14", 10, "2026-09-28")]
    [InlineData("2026-12-18", 7, "2026-12-28")]
    public void civil_days_exclude_the_first_and_move_a_last_day_off(string trigger, int days, string end) =>
        Assert.Equal(Day(end), LegalCalendar.Civil(Day(trigger), days, Holidays));

    [Fact]
    public void a_burden_counts_its_first_day_and_ends_even_on_a_day_off()
    {
        Assert.Equal(Day("2026-06-06"), LegalCalendar.Burden(Day("2026-06-01"), 6));
        Assert.Equal(Day("2026-08-31"), LegalCalendar.BurdenMonths(Day("2026-06-01"), 3));
    }
}
