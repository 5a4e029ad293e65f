using RegenTrack.Domain.Law;
using static RegenTrack.Domain.Tests.Law.Calendar;

namespace RegenTrack.Domain.Tests.Law;

public sealed class HolidayTests
{
    [Theory]
    [InlineData("2026-05-01")]
    [InlineData("2026-05-25")]
    [InlineData("2026-06-03")]
    [InlineData("2026-07-17")]
    [InlineData("2026-08-17")]
    [InlineData("2026-09-24")]
    [InlineData("2026-10-05")]
    [InlineData("2027-02-09")]
    [InlineData("2027-03-01")]
    public void a_public_holiday_is_no_working_day(string day) => Assert.False(Holidays.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-06-08")]
    [InlineData("2026-12-28")]
    [InlineData("2025-07-17")]
    [InlineData("2025-05-01")]
    public void memorial_day_has_no_substitute_and_older_years_keep_their_law(string day) => Assert.True(Holidays.IsWorkingDay(Day(day)));

    [Fact]
    public void constitution_day_is_unknown_before_its_decree_took_effect()
    {
        Assert.True(Holidays.KnownOn(Day("2026-05-10")).IsWorkingDay(Day("2026-07-17")));
        Assert.False(Holidays.KnownOn(Day("2026-05-11")).IsWorkingDay(Day("2026-07-17")));
    }

    [Fact]
    public void labour_day_is_unknown_before_its_decree_took_effect()
    {
        Assert.True(Holidays.KnownOn(Day("2026-04-30")).IsWorkingDay(Day("2026-05-01")));
        Assert.False(Holidays.KnownOn(Day("2026-05-01")).IsWorkingDay(Day("2026-05-01")));
    }

    [Theory]
    [InlineData("2026-13-01,가,a,")]
    [InlineData("2026-01-01,가,a")]
    [InlineData("2026-01-01,,a,")]
    [InlineData("2026-01-01,가,a,soon")]
    public void an_unreadable_line_names_its_number(string line)
    {
        (HolidayTable? table, var refusals) = HolidayFile.Parse("# head\n" + line + "\n");
        Assert.Null(table);
        Assert.Contains("2행", Assert.Single(refusals).Message.Korean);
    }
}
