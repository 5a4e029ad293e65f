using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Treatments;

/// <summary>Enrolled subjects, newest first.</summary>
public sealed class CaseBoard : TableView
{
    private const int PageSize = 50;

    public override string Name => "treatment_case_board";

    public override string Columns =>
        "case_id text primary key, subject text not null, institution text not null, plan text not null, grant_id text, enrolled_on date not null, consented_on date not null, withdrawn_on date, administrations int not null, last_lot text, last_administered_at timestamptz";

    public override IReadOnlyList<string> Indexes => ["(enrolled_on desc, case_id)", "(subject)", "(institution)", "(plan, consented_on)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case SubjectEnrolled e:
                write.Execute(
                    "insert into {table} values ($1, $2, $3, $4, $5, $6, $7, null, 0, null, null) on conflict (case_id) do nothing",
                    e.Case.Value, e.Subject.Value, e.Institution.Value, e.Plan.Value, e.Grant?.Value, e.EnrolledOn, e.Consent.SignedOn);
                break;
            case AdministrationRecorded e:
                write.Execute(
                    "update {table} set administrations = administrations + 1, last_lot = $2, last_administered_at = $3 where case_id = $1",
                    e.Case.Value, e.Lot.Value, e.AdministeredAt);
                break;
            case ConsentWithdrawn e:
                write.Execute("update {table} set withdrawn_on = $2 where case_id = $1", e.Case.Value, e.WithdrawnOn);
                break;
        }
    }

    public static async Task<CasePage?> List(ListCases query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand(
            $"""
            select case_id, subject, institution, plan, enrolled_on, withdrawn_on, administrations, last_lot, last_administered_at
            from treatment_case_board
            where ($1::text is null or institution = $1)
              and ($2::text is null or (enrolled_on, case_id) < (select enrolled_on, case_id from treatment_case_board where case_id = $2))
            order by enrolled_on desc, case_id desc limit {PageSize + 1}
            """);
        command.Parameters.Add(new() { Value = (object?)OwnInstitution(query.Actor) ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)query.After ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<CaseRow> cases = [];
        while (await rows.ReadAsync(cancellation))
        {
            cases.Add(new CaseRow(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetFieldValue<DateOnly>(4),
                rows.IsDBNull(5) ? null : rows.GetFieldValue<DateOnly>(5), rows.GetInt32(6),
                rows.IsDBNull(7) ? null : rows.GetString(7), rows.IsDBNull(8) ? null : rows.GetFieldValue<DateTimeOffset>(8)));
        }

        var more = cases.Count > PageSize;
        return new CasePage(more ? cases[..PageSize] : cases, more ? cases[PageSize - 1].Case : null);
    }

    /// <summary>Day of the first consent of a subject of a plan; null before it.</summary>
    internal static async Task<DateOnly?> FirstConsent(string plan, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand("select min(consented_on) from treatment_case_board where plan = $1");
        command.Parameters.Add(new() { Value = plan });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) && !row.IsDBNull(0) ? row.GetFieldValue<DateOnly>(0) : null;
    }

    private static string? OwnInstitution(Actor actor) => actor.Role == Role.HospitalSystem ? actor.Institution ?? "" : null;
}

/// <summary>Subjects of every institution; for a hospital's system its own. <paramref name="After"/>: the page's <c>Next</c>.</summary>
public sealed record ListCases(Actor Actor, string? After = null) : IQuery<CasePage>;

/// <summary>A page of cases; null <c>Next</c> on the last.</summary>
public sealed record CasePage(IReadOnlyList<CaseRow> Rows, string? Next);

/// <summary>One subject in the list.</summary>
public sealed record CaseRow(
    string Case, string Subject, string Institution, string Plan, DateOnly EnrolledOn, DateOnly? WithdrawnOn,
    int Administrations, string? LastLot, DateTimeOffset? LastAdministeredAt);
