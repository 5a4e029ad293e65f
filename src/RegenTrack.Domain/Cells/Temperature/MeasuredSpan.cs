namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>A stretch of time for which one reading stands.</summary>
internal readonly record struct MeasuredSpan(DateTimeOffset From, DateTimeOffset Until, decimal Celsius)
{
    // A clock that drifts a little still keeps its interval; one missed sample does not.
    private const double Tolerance = 1.5;

    /// <summary>A reading stands until the next one is due, and never beyond: nothing is interpolated over a gap.</summary>
    public static IReadOnlyList<MeasuredSpan> Of(TemperatureLog log, TimeSpan utcOffset, TransportWindow window)
    {
        var interval = log.Interval ?? LoggerText.CommonStep(log.Readings) ?? TimeSpan.Zero;
        var spans = new List<MeasuredSpan>(log.Readings.Count);
        for (var i = 0; i < log.Readings.Count; i++)
        {
            if (log.Readings[i].Celsius is not { } celsius) continue;
            var at = log.Readings[i].At;
            var step = i + 1 < log.Readings.Count ? log.Readings[i + 1].At - at : interval;
            var from = new DateTimeOffset(at, utcOffset).ToUniversalTime();
            var until = from + (step <= interval * Tolerance ? step : interval);
            if (until <= window.From || from > window.Until) continue;
            spans.Add(new(from < window.From ? window.From : from, until > window.Until ? window.Until : until, celsius));
        }

        return spans;
    }
}

/// <summary>The time for which a log must answer: from hand-over at the source to arrival.</summary>
public sealed record TransportWindow(DateTimeOffset From, DateTimeOffset Until);
