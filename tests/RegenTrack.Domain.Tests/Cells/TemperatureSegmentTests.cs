using RegenTrack.Domain.Cells.Temperature;

namespace RegenTrack.Domain.Tests.Cells;

/// <summary>A log as series of a fixed period.</summary>
public sealed class TemperatureSegmentTests
{
    private static readonly DateTime Start = new(2026, 6, 1, 9, 0, 0);

    [Fact]
    public void readings_stand_one_a_period_and_a_missed_one_leaves_its_place_empty()
    {
        var segment = Assert.Single(Of((0, -180m), (10, -179.5m), (30, -181m)));
        Assert.Equal((Start.AddHours(-9), TimeSpan.FromMinutes(10)), (segment.From.UtcDateTime, segment.Period));
        Assert.Equal([-180m, -179.5m, null, -181m], segment.Celsius);
        Assert.Equal(segment.From.AddMinutes(40), segment.Until);
    }

    [Fact]
    public void what_the_device_could_not_measure_is_empty_too() =>
        Assert.Equal([-180m, null, -181m], Assert.Single(Of((0, -180m), (10, null), (20, -181m))).Celsius);

    [Fact]
    public void a_clock_that_drifts_keeps_its_place() =>
        Assert.Equal([1m, 2m, 3m], Assert.Single(Of((0, 1m), (11, 2m), (19, 3m))).Celsius);

    [Fact]
    public void of_two_readings_in_one_place_the_first_stands() =>
        Assert.Equal([1m, 3m], Assert.Single(Of((0, 1m), (2, 2m), (10, 3m))).Celsius);

    [Fact]
    public void a_long_silence_begins_another_series()
    {
        var segments = Of((0, 1m), (10, 2m), (24 * 60, 3m));
        Assert.Equal([2, 1], segments.Select(segment => segment.Celsius.Count));
        Assert.Equal(Start.AddHours(-9).AddDays(1), segments[1].From.UtcDateTime);
    }

    [Fact]
    public void no_series_is_longer_than_five_thousand_values()
    {
        var segments = Of([.. Enumerable.Range(0, 12_001).Select(index => (index * 10, (decimal?)index))]);
        Assert.Equal([5_000, 5_000, 2_001], segments.Select(segment => segment.Celsius.Count));
        Assert.Equal(12_001, segments.Sum(segment => segment.Celsius.Count(value => value is not null)));
    }

    [Fact]
    public void a_device_that_keeps_days_only_gives_no_series() =>
        Assert.Empty(TemperatureSegment.Of(new TemperatureLog("t", "d", "s", null, null, [], [], [], new()), TimeSpan.Zero));

    private static IReadOnlyList<TemperatureSegment> Of(params (int Minute, decimal? Celsius)[] readings) => TemperatureSegment.Of(
        new TemperatureLog("t", "d", "s", TimeSpan.FromMinutes(10), null, [.. readings.Select(one => new Reading(Start.AddMinutes(one.Minute), one.Celsius))], [], [], new()), TimeSpan.FromHours(9));
}
