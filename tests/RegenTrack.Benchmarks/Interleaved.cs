using System.Diagnostics;
using System.Globalization;

namespace RegenTrack.Benchmarks;

/// <summary>Runs a subject and its floor in turn, A B A B …, so that their ratio holds while a shared machine's speed drifts.</summary>
public static class Interleaved
{
    /// <summary>Operations a second of both, and their ratio pair by pair.</summary>
    /// <param name="subject">One round: does its work and answers how many operations that was.</param>
    /// <param name="settle">Waited for after each measurement, outside it: what one left to be done must not weigh on the next.</param>
    public static async Task<Comparison> Run(string name, int rounds, Func<int, Task<int>> subject, Func<int, Task<int>> floor, Func<Task>? settle = null)
    {
        await subject(-1);
        await floor(-1);
        settle ??= () => Task.CompletedTask;
        await settle();
        var pairs = new List<(double Subject, double Floor)>();
        for (var round = 0; round < rounds; round++)
        {
            var rate = await Rate(subject, round);
            await settle();
            pairs.Add((rate, await Rate(floor, round)));
            await settle();
        }

        return new Comparison(name, pairs);
    }

    private static async Task<double> Rate(Func<int, Task<int>> work, int round)
    {
        var started = Stopwatch.GetTimestamp();
        var operations = await work(round);
        return operations / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

/// <param name="Pairs">Operations a second of subject and floor, a pair a round.</param>
public sealed record Comparison(string Name, IReadOnlyList<(double Subject, double Floor)> Pairs)
{
    public double Ratio => Median(Pairs.Select(pair => pair.Subject / pair.Floor));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {Name} | {Median(Pairs.Select(pair => pair.Subject)):0} | {Median(Pairs.Select(pair => pair.Floor)):0} | {Ratio:0.00} | {Pairs.Min(pair => pair.Subject / pair.Floor):0.00}–{Pairs.Max(pair => pair.Subject / pair.Floor):0.00} | {Pairs.Count} |");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
