using RegenTrack.Domain.Cells.Published;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Judges a log by a product's specification: extremes, minutes beyond each limit, longest excursion, budget, gaps.</summary>
public static class JudgeTemperature
{
    /// <param name="utcOffset">Offset of the device clock, from the file or from the person who knows it.</param>
    public static TemperatureVerdict By(TransportSpecification specification, TemperatureLog log, TimeSpan utcOffset, TransportWindow window)
    {
        if (log.Readings.Count == 0) return JudgeDays.By(specification, log, utcOffset, window);

        var spans = MeasuredSpan.Of(log, utcOffset, window);
        var results = specification.Thresholds.Select(threshold => Against(threshold, spans)).ToList();
        var findings = LogFindings.Of(specification, log, spans, window);
        var outcome = results.Select(result => result.Outcome).Concat(findings.Select(finding => finding.Outcome)).DefaultIfEmpty().Max();
        return new(
            specification.Product,
            specification.Version,
            outcome,
            spans.Count == 0 ? null : spans.Min(span => span.Celsius),
            spans.Count == 0 ? null : spans.Max(span => span.Celsius),
            results,
            findings);
    }

    private static ThresholdResult Against(TemperatureThreshold threshold, IReadOnlyList<MeasuredSpan> spans)
    {
        var excursions = new List<Excursion>();
        foreach (var span in spans.Where(span => threshold.IsExceededBy(span.Celsius)))
        {
            if (excursions is [.., var last] && last.Until == span.From)
                excursions[^1] = new(last.From, span.Until, threshold.Above ? Math.Max(last.Peak, span.Celsius) : Math.Min(last.Peak, span.Celsius));
            else
                excursions.Add(new(span.From, span.Until, span.Celsius));
        }

        var minutes = (int)Math.Ceiling(excursions.Sum(excursion => excursion.Minutes));
        var longest = (int)Math.Ceiling(excursions.Select(excursion => excursion.Minutes).DefaultIfEmpty().Max());
        var outcome = excursions.Count == 0 ? ExcursionOutcome.None
            : longest > threshold.LongestMinutes || minutes > threshold.CumulativeMinutes ? threshold.Outcome
            : ExcursionOutcome.Minor;
        return new(threshold, minutes, longest, outcome, excursions);
    }
}
