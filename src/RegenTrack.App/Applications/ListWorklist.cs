using Npgsql;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Applications;

/// <summary>A page of the worklist. A hospital asks for its own; an expert sees those assigned.</summary>
/// <param name="After">Cursor of the page before.</param>
public sealed record ListWorklist(Actor Actor, WorklistFilter Filter = WorklistFilter.Open, Stage? Stage = null, string? Search = null, string? After = null, int Size = 25)
    : IQuery<WorklistPage>
{
    private const string Columns = "application, clock_key, stage, institution, title, risk, by_exemption, trial, receipt, submitted_on, due, days_left, answer_due, answered, expert, supplement, last_event_at";

    public static async Task<WorklistPage?> Answer(ListWorklist query, QueryContext context, CancellationToken cancellation)
    {
        string[] cursor = query.After?.Split('|', 2) ?? [];
        string where = $"""
            ($1::text is null or institution = $1) and ($2::text is null or expert = $2) and ($3::text is null or stage = $3)
            and ($4::text is null or title ilike $4 or receipt ilike $4 or application = $5) and {Condition(query.Filter)}
            """;
        await using NpgsqlCommand command = context.Database.CreateCommand(
            $"select {Columns} from application_worklist where {where} and ($7::text is null or (clock_key, application) > ($7, $8)) and $6::date is not null order by clock_key, application limit $9");
        object?[] values =
        [
            query.Actor.Role == Role.HospitalSystem ? query.Actor.Institution ?? "" : null,
            query.Actor.Role == Role.Expert ? query.Actor.Id : null,
            query.Stage?.ToString(),
            string.IsNullOrWhiteSpace(query.Search) ? null : $"%{Escape(query.Search.Trim())}%",
            query.Search?.Trim(),
            context.Today,
            cursor.Length == 2 ? cursor[0] : null,
            cursor.Length == 2 ? cursor[1] : null,
            query.Size + 1,
        ];
        foreach (object? value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });

        List<WorklistRow> rows = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add(WorklistRow.Read(reader, context.Today, context.Holidays));
        bool more = rows.Count > query.Size;
        return new WorklistPage([.. rows.Take(query.Size)], more ? $"{rows[query.Size - 1].ClockKey}|{rows[query.Size - 1].Application}" : null, context.Today);
    }

    private static string Condition(WorklistFilter filter) => filter switch
    {
        WorklistFilter.Open => "stage not in ('Suitable', 'Unsuitable', 'Returned')",
        WorklistFilter.Unassigned => "stage = 'Received' and expert is null",
        WorklistFilter.WaitingOnApplicant => "stage in ('IntakeSupplement', 'ReviewSupplement')",
        WorklistFilter.Overdue => "(due < $6 or answer_due < $6)",
        WorklistFilter.Closed => "stage in ('Suitable', 'Unsuitable', 'Returned')",
        _ => "true",
    };

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>Named parts of the worklist.</summary>
public enum WorklistFilter
{
    Open,
    Unassigned,
    WaitingOnApplicant,
    Overdue,
    Closed,
    All,
}

/// <summary>A page of the worklist.</summary>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, string? Next, DateOnly Today);
