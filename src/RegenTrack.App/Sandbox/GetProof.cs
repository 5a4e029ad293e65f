using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.App.Sandbox;

/// <summary>The sandbox's record in numbers, counted from events.</summary>
public sealed record GetProof(Actor Actor) : IQuery<Proof>
{
    /// <summary>The views it counts in.</summary>
    public static readonly IReadOnlyList<string> Views = ["proof_register", "proof_clock"];

    public static async Task<Proof?> Answer(GetProof query, QueryContext context, CancellationToken cancellation)
    {
        await using var batch = context.Database.CreateBatch();
        batch.BatchCommands.Add(new("select kind, state, count(*)::int from proof_register group by kind, state"));
        batch.BatchCommands.Add(new("select application, first_day, coalesce(last_day, $1) from proof_clock") { Parameters = { new() { Value = context.Today } } });
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        Dictionary<(string Kind, string State), int> counts = [];
        while (await rows.ReadAsync(cancellation))
            counts[(rows.GetString(0), rows.GetString(1))] = rows.GetInt32(2);
        await rows.NextResultAsync(cancellation);
        Dictionary<string, int> days = [];
        while (await rows.ReadAsync(cancellation))
        {
            var application = rows.GetString(0);
            var stretch = LegalCalendar.WorkingDays(rows.GetFieldValue<DateOnly>(1), rows.GetFieldValue<DateOnly>(2), context.Holidays);
            days[application] = days.GetValueOrDefault(application) + stretch;
        }

        return new Proof(counts, [.. days.Values.Order()]);
    }
}

/// <summary>Counts by kind of thing and its state.</summary>
/// <param name="DaysOnClock">Working days on the legal clock so far, an entry an application received, ascending.</param>
public sealed record Proof(IReadOnlyDictionary<(string Kind, string State), int> Counts, IReadOnlyList<int> DaysOnClock)
{
    /// <summary>How many things of a kind are in one of the states; in any when none is named.</summary>
    public int Of(string kind, params ReadOnlySpan<string> states)
    {
        var sum = 0;
        foreach (var ((each, state), count) in Counts)
        {
            if (each == kind && (states.Length == 0 || states.Contains(state)))
                sum += count;
        }

        return sum;
    }

    /// <summary>The middle value of <see cref="DaysOnClock"/>, or null without any.</summary>
    public decimal? MedianDays => DaysOnClock.Count == 0
        ? null
        : (DaysOnClock[(DaysOnClock.Count - 1) / 2] + DaysOnClock[DaysOnClock.Count / 2]) / 2m;
}
