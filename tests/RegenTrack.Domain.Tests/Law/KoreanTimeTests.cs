using RegenTrack.Domain.Law;
using static RegenTrack.Domain.Tests.Law.Calendar;

namespace RegenTrack.Domain.Tests.Law;

public sealed class KoreanTimeTests
{
    [Theory]
    [InlineData("2026-11-22T15:00:00Z", "2026-11-23")]
    [InlineData("2026-11-22T14:59:59Z", "2026-11-22")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01")]
    [InlineData("9999-12-31T14:59:59Z", "9999-12-31")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31")]
    public void every_instant_has_a_day_of_law(string instant, string day) => Assert.Equal(Day(day), KoreanTime.DayOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-23", "2026-11-22T15:00:00Z")]
    [InlineData("9999-12-31", "9999-12-30T15:00:00Z")]
    [InlineData("0001-01-02", "0001-01-01T15:00:00Z")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00Z")]
    public void every_day_of_law_has_a_first_instant(string day, string instant) => Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), KoreanTime.StartOf(Day(day)));
}
