using System.Globalization;

namespace RegenTrack.Web.Pages.Trials.Evidence;

/// <summary>Maps values to percent of the plot's width: linear, or logarithmic for ratios.</summary>
public sealed class ForestAxis
{
    private const double Margin = 4;
    private static readonly double[] LogSteps = [1, 2, 5];
    private readonly double _from;
    private readonly double _to;

    private ForestAxis(bool isLogarithmic, double? noEffect, double from, double to)
    {
        IsLogarithmic = isLogarithmic;
        NoEffect = noEffect;
        _from = from;
        _to = to;
        Ticks = [.. TickValues().Select(value => new ForestTick(Text(value), Position(value)))];
    }

    public bool IsLogarithmic { get; }

    /// <summary>Where neither group is better; null on an axis of plain values.</summary>
    public double? NoEffect { get; }

    public IReadOnlyList<ForestTick> Ticks { get; }

    public static ForestAxis Over(IEnumerable<decimal> values, bool isLogarithmic, double? noEffect)
    {
        List<double> all = [.. values.Select(value => (double)value).Where(value => !isLogarithmic || value > 0)];
        if (noEffect is { } line)
            all.Add(line);
        if (all.Count == 0)
            all.Add(1);
        (double from, double to) = isLogarithmic ? (Math.Log10(all.Min()), Math.Log10(all.Max())) : (all.Min(), all.Max());
        if (to - from < 1e-9)
            (from, to) = (from - 1, to + 1);
        return new ForestAxis(isLogarithmic, noEffect, from, to);
    }

    /// <summary>Percent from the left edge, within the margins; a value off the axis sits at its edge.</summary>
    public double Position(double value)
    {
        double at = IsLogarithmic ? (value > 0 ? Math.Log10(value) : _from) : value;
        return Math.Round(Margin + ((100 - (2 * Margin)) * Math.Clamp((at - _from) / (_to - _from), 0, 1)), 2);
    }

    private IEnumerable<double> TickValues()
    {
        if (IsLogarithmic)
        {
            double[] steps = _to - _from > 2.5 ? [1] : LogSteps;
            return Enumerable.Range((int)Math.Floor(_from), (int)(Math.Ceiling(_to) - Math.Floor(_from)) + 1)
                .SelectMany(power => steps.Select(step => step * Math.Pow(10, power)))
                .Where(value => Math.Log10(value) >= _from - 1e-9 && Math.Log10(value) <= _to + 1e-9);
        }

        double rough = (_to - _from) / 4;
        double unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = unit * (rough / unit < 1.5 ? 1 : rough / unit < 3.5 ? 2 : rough / unit < 7.5 ? 5 : 10);
        int first = (int)Math.Ceiling((_from - (step * 1e-9)) / step);
        int last = (int)Math.Floor((_to + (step * 1e-9)) / step);
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(number => number * step);
    }

    private static string Text(double value) => Math.Round(value, 10).ToString("0.##########", CultureInfo.InvariantCulture);
}

/// <summary>A mark on the axis; <see cref="At"/> in percent.</summary>
public sealed record ForestTick(string Text, double At);
