using RegenTrack.Domain.Cells.Published;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>What the log does not say, and where it contradicts itself.</summary>
internal static class LogFindings
{
    // Vendors measure between the samples they keep and print one decimal.
    private const decimal PrintedPrecision = 0.15m;

    public static IReadOnlyList<LogFinding> Of(TransportSpecification specification, TemperatureLog log, IReadOnlyList<MeasuredSpan> spans, TransportWindow window)
    {
        var findings = new List<LogFinding>();
        if (Disagrees(log)) findings.Add(new(LogFindingKind.SummaryDisagrees, ExcursionOutcome.Major));
        if (spans.Count == 0)
        {
            findings.Add(new(LogFindingKind.OutsideTransport, ExcursionOutcome.Major, window.From, WholeMinutes(window.Until - window.From)));
            return findings;
        }

        Missing(LogFindingKind.StartsLate, window.From, spans[0].From);
        for (var i = 1; i < spans.Count; i++) Missing(LogFindingKind.Gap, spans[i - 1].Until, spans[i].From);
        Missing(LogFindingKind.EndsEarly, spans[^1].Until, window.Until);
        return findings;

        void Missing(LogFindingKind kind, DateTimeOffset from, DateTimeOffset until)
        {
            if (until <= from) return;
            var minutes = WholeMinutes(until - from);
            findings.Add(new(kind, minutes > specification.LongestGapMinutes ? ExcursionOutcome.Major : ExcursionOutcome.Minor, from, minutes));
        }
    }

    private static bool Disagrees(TemperatureLog log)
    {
        var values = log.Readings.Where(reading => reading.Celsius is not null).Select(reading => reading.Celsius!.Value).ToList();
        if (values.Count == 0) return false;
        return (log.Summary.Minimum is { } minimum && Math.Abs(minimum - values.Min()) > PrintedPrecision)
            || (log.Summary.Maximum is { } maximum && Math.Abs(maximum - values.Max()) > PrintedPrecision);
    }

    private static int WholeMinutes(TimeSpan span) => (int)Math.Ceiling(span.TotalMinutes);
}
