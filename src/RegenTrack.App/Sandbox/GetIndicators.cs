using Npgsql;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Sandbox;

/// <summary>What the exemptions are judged by, of the actor's own institution, a half-year each, newest first; from the half-year of its first event to the current one.</summary>
public sealed record GetIndicators(Actor Actor) : IQuery<Indicators>
{
    // Each fact falls into the half-year of its day in Korea.
    private const string Counted = """
        select date_trunc('year', d.day)::date + case when extract(month from d.day) > 6 then interval '6 months' else interval '0' end as half, d.what, count(distinct d.id)::int
        from (select (administered_at at time zone 'Asia/Seoul')::date as day, 'treated' as what, subject as id from administration_by_lot where institution = $1
              union all select (aware_at at time zone 'Asia/Seoul')::date, 'serious', adverse_event from adverse_event_board where institution = $1 and serious
              union all select (aware_at at time zone 'Asia/Seoul')::date, 'reported', adverse_event from adverse_event_board where institution = $1
              union all select (aware_at at time zone 'Asia/Seoul')::date, 'in-time', adverse_event from adverse_event_board where institution = $1 and not late
              union all select (arrived_at at time zone 'Asia/Seoul')::date, 'imported', lot from lot_board where importer = $1 and arrived_at is not null
              union all select (arrived_at at time zone 'Asia/Seoul')::date, 'rejected', lot from lot_board where importer = $1 and arrived_at is not null and state = 'Rejected') d
        group by 1, 2
        """;

    public static async Task<Indicators?> Answer(GetIndicators query, QueryContext context, CancellationToken cancellation)
    {
        if (query.Actor.Institution is not { } institution)
            return null;
        await using var command = context.Database.CreateCommand(Counted);
        command.Parameters.Add(new NpgsqlParameter { Value = institution });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var counts = new Dictionary<(DateOnly Half, string What), int>();
        while (await rows.ReadAsync(cancellation))
            counts[(DateOnly.FromDateTime(rows.GetDateTime(0)), rows.GetString(1))] = rows.GetInt32(2);
        return new Indicators(institution, context.Today, [.. Halves(counts.Keys.Select(key => key.Half), context.Today).Select(half => Of(half, counts))]);
    }

    private static IEnumerable<DateOnly> Halves(IEnumerable<DateOnly> counted, DateOnly today)
    {
        var current = new DateOnly(today.Year, today.Month > 6 ? 7 : 1, 1);
        var first = counted.Append(current).Min();
        for (var half = current; half >= first; half = half.AddMonths(-6))
            yield return half;
    }

    private static HalfYear Of(DateOnly half, Dictionary<(DateOnly Half, string What), int> counts)
    {
        return new HalfYear(half, half.AddMonths(6).AddDays(-1), Count("treated"), Count("serious"), Count("imported"), Count("rejected"), Count("in-time"), Count("reported"));

        int Count(string what) => counts.GetValueOrDefault((half, what));
    }
}

/// <summary>An institution's half-years.</summary>
public sealed record Indicators(string Institution, DateOnly Today, IReadOnlyList<HalfYear> HalfYears);

/// <summary>Counts of one half-year, both days inclusive.</summary>
/// <param name="Subjects">People treated in it, each once.</param>
/// <param name="Serious">Serious adverse events of which the institution became aware in it.</param>
/// <param name="Imported">Lots that arrived in it.</param>
/// <param name="Rejected">Of <paramref name="Imported"/>, those that were refused, then or since.</param>
/// <param name="InTime">Of <paramref name="Reported"/>, those reported before they were late.</param>
/// <param name="Reported">Adverse events of which it became aware in it.</param>
public sealed record HalfYear(DateOnly From, DateOnly Until, int Subjects, int Serious, int Imported, int Rejected, int InTime, int Reported);
