using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Why a well-formed log still cannot be used as evidence.</summary>
internal static class LogProblems
{
    // Colder than any coolant in use, hotter than any logger survives: a unit or column error, not a measurement.
    private const decimal Coldest = -210m;
    private const decimal Hottest = 150m;

    // Before the first clocks that count seconds, and beyond the calendars of those in use.
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    public static Refusal? In(TemperatureLog log)
    {
        if (log.Readings.Count == 0 && log.Days.Count == 0) return LoggerRefusals.NoReadings;
        foreach (var reading in log.Readings)
            if (reading.At.Year is < FirstYear or > LastYear) return LoggerRefusals.TimeImplausible(reading.At);
        for (var i = 1; i < log.Readings.Count; i++)
            if (log.Readings[i].At <= log.Readings[i - 1].At) return LoggerRefusals.TimeRunsBack(log.Readings[i].At);
        if (log.Readings.Any(reading => reading.Celsius is < Coldest or > Hottest)) return LoggerRefusals.Implausible;
        return log.Summary.Count is { } count && count != log.Readings.Count ? LoggerRefusals.Truncated(count, log.Readings.Count) : null;
    }
}
