using Npgsql;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Safety;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Safety;

/// <summary>Adverse events: open before closed, serious before others, oldest awareness first.</summary>
public sealed class AdverseEventBoard : TableView
{
    private const int PageSize = 50;

    private const string Shown =
        "adverse_event, case_id, subject, institution, lot, term, onset_on, aware_at, due_at, reported_at, serious, grade, causality, outcome, board_informed_on, closed_on, late";

    public override string Name => "adverse_event_board";

    public override string Columns =>
        "adverse_event text primary key, case_id text not null, subject text not null, institution text not null, lot text, term text not null, onset_on date not null, aware_at timestamptz not null, due_at timestamptz not null, reported_at timestamptz not null, serious boolean not null, grade int not null, causality text not null, outcome text not null, board_informed_on date, closed_on date, late boolean not null";

    public override IReadOnlyList<string> Indexes => ["((closed_on is not null), (not serious), aware_at, adverse_event)", "(lot)", "(case_id)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case AdverseEventReported e:
                write.Execute(
                    "insert into {table} values ($1, $2, $3, $4, $5, $6, $7, $8, $9, {now}, $10, $11, $12, $13, $14, null, $15) on conflict (adverse_event) do nothing",
                    e.AdverseEvent.Value, e.Case.Value, e.Subject.Value, e.Institution.Value, e.Lot?.Value, e.Term, e.OnsetOn, e.AwareAt, e.DueAt,
                    e.Assessment.IsSerious, e.Assessment.Grade, e.Assessment.Causality.ToString(), e.Assessment.Outcome.ToString(), e.BoardInformedOn, e.LateReason is not null);
                break;
            case AdverseEventFollowedUp e:
                write.Execute(
                    "update {table} set serious = $2, grade = $3, causality = $4, outcome = $5, board_informed_on = coalesce($6::date, board_informed_on), due_at = coalesce($7::timestamptz, due_at), late = late or $8 where adverse_event = $1",
                    e.AdverseEvent.Value, e.Assessment.IsSerious, e.Assessment.Grade, e.Assessment.Causality.ToString(), e.Assessment.Outcome.ToString(), e.BoardInformedOn,
                    e.DueAt, e.LateReason is not null);
                break;
            case AdverseEventClosed e:
                write.Execute("update {table} set closed_on = $2 where adverse_event = $1", e.AdverseEvent.Value, e.ClosedOn);
                break;
        }
    }

    public static async Task<AdverseEventPage?> List(ListAdverseEvents query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand(
            $"""
            select {Shown} from adverse_event_board
            where ($1 = '' or ($1 = 'serious' and serious) or ($1 = 'other' and not serious))
              and ($2::text is null or ((closed_on is not null), (not serious), aware_at, adverse_event) >
                (select (closed_on is not null), (not serious), aware_at, adverse_event from adverse_event_board where adverse_event = $2))
            order by (closed_on is not null), (not serious), aware_at, adverse_event limit {PageSize + 1}
            """);
        command.Parameters.Add(new() { Value = query.Filter ?? "" });
        command.Parameters.Add(new() { Value = (object?)query.After ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        var events = await Rows(command, cancellation);
        var more = events.Count > PageSize;
        return new AdverseEventPage(more ? events[..PageSize] : events, more ? events[PageSize - 1].AdverseEvent : null);
    }

    /// <summary>Every event reported of a lot; none without a lot.</summary>
    internal static async Task<IReadOnlyList<AdverseEventRow>> OfLot(string? lot, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand($"select {Shown} from adverse_event_board where lot = $1 order by onset_on, adverse_event");
        command.Parameters.Add(new() { Value = (object?)lot ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return await Rows(command, cancellation);
    }

    private static async Task<List<AdverseEventRow>> Rows(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<AdverseEventRow> events = [];
        while (await rows.ReadAsync(cancellation))
        {
            events.Add(new AdverseEventRow(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.IsDBNull(4) ? null : rows.GetString(4), rows.GetString(5),
                rows.GetFieldValue<DateOnly>(6), rows.GetFieldValue<DateTimeOffset>(7), rows.GetFieldValue<DateTimeOffset>(8), rows.GetFieldValue<DateTimeOffset>(9),
                rows.GetBoolean(10), rows.GetInt32(11), Enum.Parse<Causality>(rows.GetString(12)), Enum.Parse<EventOutcome>(rows.GetString(13)),
                rows.IsDBNull(14) ? null : rows.GetFieldValue<DateOnly>(14), rows.IsDBNull(15) ? null : rows.GetFieldValue<DateOnly>(15), rows.GetBoolean(16)));
        }

        return events;
    }
}

/// <summary>The board. <paramref name="Filter"/>: <c>serious</c>, <c>other</c> or null for all.</summary>
public sealed record ListAdverseEvents(Actor Actor, string? Filter = null, string? After = null) : IQuery<AdverseEventPage>;

/// <summary>A page of events; null <c>Next</c> on the last.</summary>
public sealed record AdverseEventPage(IReadOnlyList<AdverseEventRow> Rows, string? Next);

/// <summary>One event on the board.</summary>
/// <param name="DueAt">Instant after which its report counted as late: the first, or the follow-up that it turned out serious.</param>
/// <param name="Late">Either came late.</param>
public sealed record AdverseEventRow(
    string AdverseEvent, string Case, string Subject, string Institution, string? Lot, string Term, DateOnly OnsetOn,
    DateTimeOffset AwareAt, DateTimeOffset DueAt, DateTimeOffset ReportedAt, bool Serious, int Grade, Causality Causality,
    EventOutcome Outcome, DateOnly? BoardInformedOn, DateOnly? ClosedOn, bool Late)
{
    /// <summary>A serious event whose institution board has not been told yet.</summary>
    public bool BoardPending => Serious && BoardInformedOn is null && ClosedOn is null;
}
