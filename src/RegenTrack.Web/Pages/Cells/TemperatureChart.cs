using System.Globalization;
using System.Text;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.Domain.Law;

namespace RegenTrack.Web.Pages.Cells;

/// <summary>A temperature log as lines and areas of an SVG of <see cref="Width"/> by <see cref="Height"/>. Gaps stay gaps.</summary>
public sealed class TemperatureChart
{
    public const int Width = 720;
    public const int Height = 320;
    private const int Left = 64;
    private const int Top = 16;
    private const int Right = Width - 16;
    private const int Bottom = Height - 44;
    private const int MostPoints = 700;

    private readonly DateTimeOffset _from;
    private readonly double _minutes;
    private readonly double _low;
    private readonly double _range;

    private TemperatureChart(IReadOnlyList<(DateTimeOffset At, decimal? Celsius)> points, TemperatureVerdict verdict, TransportWindow window)
    {
        _from = points[0].At < window.From ? points[0].At : window.From;
        var until = points[^1].At > window.Until ? points[^1].At : window.Until;
        _minutes = Math.Max(1, (until - _from).TotalMinutes);
        var values = points.Where(point => point.Celsius is not null).Select(point => (double)point.Celsius!.Value).Concat(verdict.Thresholds.Select(result => (double)result.Threshold.Celsius)).ToList();
        var step = Step(values.Max() - values.Min());
        _low = Math.Floor(values.Min() / step - 0.2) * step;
        _range = Math.Ceiling(values.Max() / step + 0.2) * step - _low;

        Line = PathOf(points);
        Limits = [.. verdict.Thresholds.Select(result => new ChartLimit(Y((double)result.Threshold.Celsius), result.Threshold.Celsius, result.Threshold.Above, result.Threshold.Outcome == ExcursionOutcome.Critical))];
        Beyond = [.. verdict.Thresholds.SelectMany(result => result.Excursions.Select(excursion => (excursion.From, excursion.Until))).Distinct().Select(span => Span(span.From, span.Until))];
        Gaps = [.. verdict.Findings.Where(finding => finding is { From: not null, Minutes: not null }).Select(finding => Span(finding.From!.Value, finding.From.Value.AddMinutes(finding.Minutes!.Value)))];
        Outside = [Span(_from, window.From), Span(window.Until, until)];
        Degrees = [.. Enumerable.Range(0, (int)Math.Round(_range / step) + 1).Select(i => (Y(_low + i * step), (_low + i * step).ToString("0.#", CultureInfo.InvariantCulture)))];
        Times = [.. Enumerable.Range(0, 5).Select(i => _from.AddMinutes(_minutes * i / 4)).Select(at => (X(at), at.ToOffset(KoreanTime.Offset).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)))];
    }

    public string Line { get; }

    public IReadOnlyList<ChartLimit> Limits { get; }

    public IReadOnlyList<(string X, string Width)> Beyond { get; }

    public IReadOnlyList<(string X, string Width)> Gaps { get; }

    public IReadOnlyList<(string X, string Width)> Outside { get; }

    public IReadOnlyList<(string Y, string Label)> Degrees { get; }

    public IReadOnlyList<(string X, string Label)> Times { get; }

    /// <summary>Null for a log without readings.</summary>
    public static TemperatureChart? Of(TemperatureLog log, TimeSpan offset, TemperatureVerdict verdict, TransportWindow window) =>
        log.Readings.Any(reading => reading.Celsius is not null)
            ? new([.. log.Readings.Select(reading => (new DateTimeOffset(reading.At, offset).ToUniversalTime(), reading.Celsius))], verdict, window)
            : null;

    // Of each bucket the lowest and the highest reading are drawn, so that no peak is lost in a long log.
    private string PathOf(IReadOnlyList<(DateTimeOffset At, decimal? Celsius)> points)
    {
        var path = new StringBuilder();
        var pen = false;
        foreach (var bucket in points.Chunk(Math.Max(1, points.Count / MostPoints * 2)))
        {
            var known = bucket.Where(point => point.Celsius is not null).ToList();
            if (known.Count == 0)
            {
                pen = false;
                continue;
            }

            foreach (var point in new[] { known.MinBy(point => point.Celsius), known.MaxBy(point => point.Celsius) }.Distinct().OrderBy(point => point.At))
            {
                path.Append(pen ? 'L' : 'M').Append(X(point.At)).Append(' ').Append(Y((double)point.Celsius!.Value));
                pen = true;
            }
        }

        return path.ToString();
    }

    private (string X, string Width) Span(DateTimeOffset from, DateTimeOffset until)
    {
        var start = Left + (Right - Left) * Math.Clamp((from - _from).TotalMinutes / _minutes, 0, 1);
        var end = Left + (Right - Left) * Math.Clamp((until - _from).TotalMinutes / _minutes, 0, 1);
        return (Number(start), Number(Math.Max(0, end - start)));
    }

    private string X(DateTimeOffset at) => Number(Left + (Right - Left) * (at - _from).TotalMinutes / _minutes);

    private string Y(double celsius) => Number(Bottom - (Bottom - Top) * (celsius - _low) / _range);

    private static double Step(double range) => range switch { <= 5 => 1, <= 12 => 2, <= 30 => 5, <= 60 => 10, <= 150 => 20, _ => 50 };

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>One limit line.</summary>
public sealed record ChartLimit(string Y, decimal Celsius, bool Above, bool Critical);
