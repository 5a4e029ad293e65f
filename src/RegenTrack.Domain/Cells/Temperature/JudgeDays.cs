using RegenTrack.Domain.Cells.Published;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Judges a device that kept days only: a limit exceeded for an unknown time counts as exceeded for too long.</summary>
internal static class JudgeDays
{
    public static TemperatureVerdict By(TransportSpecification specification, TemperatureLog log, TimeSpan utcOffset, TransportWindow window)
    {
        var first = DateOnly.FromDateTime(window.From.ToOffset(utcOffset).DateTime);
        var last = DateOnly.FromDateTime(window.Until.ToOffset(utcOffset).DateTime);
        var days = log.Days.Where(day => first <= day.Day && day.Day <= last).ToList();
        var results = specification.Thresholds.Select(threshold => Against(threshold, days, utcOffset)).ToList();
        var findings = new List<LogFinding> { new(LogFindingKind.DailySummariesOnly, ExcursionOutcome.Minor) };
        for (var day = first; day <= last; day = day.AddDays(1))
            if (!days.Exists(known => known.Day == day && known is { Minimum: not null, Maximum: not null }))
                findings.Add(new(LogFindingKind.Gap, ExcursionOutcome.Major, Midnight(day, utcOffset), 24 * 60));

        return new(
            specification.Product,
            specification.Version,
            results.Select(result => result.Outcome).Concat(findings.Select(finding => finding.Outcome)).Max(),
            days.Min(day => day.Minimum),
            days.Max(day => day.Maximum),
            results,
            findings);
    }

    private static ThresholdResult Against(TemperatureThreshold threshold, List<DaySummary> days, TimeSpan utcOffset)
    {
        var exceeded = days
            .Select(day => (day.Day, Extreme: threshold.Above ? day.Maximum : day.Minimum))
            .Where(day => day.Extreme is { } extreme && threshold.IsExceededBy(extreme))
            .Select(day => new Excursion(Midnight(day.Day, utcOffset), Midnight(day.Day.AddDays(1), utcOffset), day.Extreme!.Value))
            .ToList();
        return new(
            threshold,
            exceeded.Count * 24 * 60,
            exceeded.Count == 0 ? 0 : 24 * 60,
            exceeded.Count == 0 ? ExcursionOutcome.None : threshold.Outcome,
            exceeded);
    }

    private static DateTimeOffset Midnight(DateOnly day, TimeSpan utcOffset) => new DateTimeOffset(day, TimeOnly.MinValue, utcOffset).ToUniversalTime();
}
