namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Readings of a log at a fixed period, for those who draw or pass on a series.</summary>
/// <param name="Celsius">One value a period from <paramref name="From"/> on; null where there was no reading. Nothing is interpolated.</param>
public sealed record TemperatureSegment(DateTimeOffset From, TimeSpan Period, IReadOnlyList<decimal?> Celsius)
{
    /// <summary>Most values of one segment.</summary>
    public const int Longest = 5_000;

    // A longer silence ends a segment: hundreds of empty values say no more than the times of two segments do.
    private const int LongestSilence = 12;

    /// <summary>The instant after the last value, up to which it stands.</summary>
    public DateTimeOffset Until => From + Period * Celsius.Count;

    /// <summary>A log's readings in order; none for a device that keeps daily summaries only.</summary>
    /// <param name="utcOffset">Of the device clock.</param>
    public static IReadOnlyList<TemperatureSegment> Of(TemperatureLog log, TimeSpan utcOffset)
    {
        var segments = new List<TemperatureSegment>();
        if ((log.Interval ?? LoggerText.CommonStep(log.Readings)) is not { } period || period <= TimeSpan.Zero)
            return segments;
        var values = new List<decimal?>();
        var from = default(DateTime);
        foreach (var (at, celsius) in log.Readings)
        {
            // A clock that drifts a little still keeps its place; of two readings in one place the first stands.
            var place = values.Count == 0 ? 0 : (int)Math.Min(int.MaxValue, Math.Round((at - from) / period));
            if (values.Count > 0 && (place >= Longest || place - values.Count > LongestSilence))
                Close();
            if (values.Count == 0)
                (from, place) = (at, 0);
            if (place < values.Count)
                continue;
            values.AddRange(Enumerable.Repeat<decimal?>(null, place - values.Count));
            values.Add(celsius);
        }

        Close();
        return segments;

        void Close()
        {
            if (values.Exists(value => value is not null))
                segments.Add(new(new DateTimeOffset(from, utcOffset).ToUniversalTime(), period, [.. values]));
            values.Clear();
        }
    }
}
