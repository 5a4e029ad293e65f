using System.Globalization;
using RegenTrack.App.Law;
using RegenTrack.Domain.Law;

namespace RegenTrack.Tests.Law;

/// <summary>The table that ships against the yearly announcements (월력요항), day by day and name by name.</summary>
public sealed class HolidayAnnouncementTests
{
    private const string Folder = "holidays";

    /// <summary>Days off that a decree of 2026 made, with their substitutes, from its first day on.</summary>
    private static readonly (string Name, DateOnly From)[] Decreed = [("노동절", new(2026, 5, 1)), ("제헌절", new(2026, 5, 11))];

    public static TheoryData<int> Years => new(2022, 2023, 2024, 2025, 2026, 2027);

    [Theory]
    [MemberData(nameof(Years))]
    public void every_announced_day_ships_under_its_name_and_no_other_day_does(int year)
    {
        var announced = SharedData.Lines($"{Folder}/{year}.csv").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',', 2))
            .GroupBy(cells => Day(cells[0]), cells => cells[1]).ToDictionary(day => day.Key, day => string.Join('·', day));
        Assert.NotEmpty(announced);
        Assert.Equal(announced.OrderBy(day => day.Key), Shipped(year).Select(holiday => KeyValuePair.Create(holiday.Day, holiday.Korean)));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void every_day_has_an_english_name_and_the_date_of_its_decree(int year) => Assert.All(Shipped(year), holiday =>
    {
        Assert.All(holiday.English, letter => Assert.InRange(letter, ' ', '~'));
        var decree = Decreed.Where(decree => holiday.Korean.Contains(decree.Name, StringComparison.Ordinal)).Select(decree => (DateOnly?)decree.From);
        Assert.Equal(decree.SingleOrDefault(), holiday.EffectiveFrom);
    });

    [Fact]
    public void a_year_that_was_announced_is_one_that_ships()
    {
        var announced = Directory.EnumerateFiles(SharedData.PathOf(Folder), "*.csv").Select(Path.GetFileNameWithoutExtension)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Order();
        Assert.Equal(announced, Holidays.Shipped.Days.Select(holiday => holiday.Day.Year).Distinct());
    }

    [Fact]
    public void a_day_that_is_only_commemorated_is_a_working_day()
    {
        var commemorated = SharedData.Lines($"{Folder}/anniversaries-2026.csv").Skip(1).Where(line => line.Length > 0).Select(line => Day(line.Split(',')[0]))
            .Where(day => Holidays.Shipped.On(day) is null && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        Assert.True(commemorated.Count >= 10, $"Only {commemorated.Count} commemorated days were looked at.");
        Assert.All(commemorated, day => Assert.True(Holidays.Shipped.IsWorkingDay(day), $"{day:O}"));
    }

    private static IEnumerable<Holiday> Shipped(int year) => Holidays.Shipped.Days.Where(holiday => holiday.Day.Year == year);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
