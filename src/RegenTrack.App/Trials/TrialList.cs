using Npgsql;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Trials;

/// <summary>Trials, latest first known on top; a page at a time.</summary>
/// <param name="After">Key of the last row of the page before, as <see cref="TrialPage.Next"/> gave it.</param>
public sealed record ListTrials(Actor Actor, string? After = null, int Take = 25) : IQuery<TrialPage>;

/// <summary>A page of trials. <see cref="Next"/> is null on the last one.</summary>
public sealed record TrialPage(IReadOnlyList<TrialRow> Rows, string? Next);

/// <summary>A line of the list.</summary>
public sealed record TrialRow(TrialId Id, string Title, string? Sponsor, TrialPhase Phase, string? Status, int ResultsVersion, bool ResultsStand, int Outcomes, int SeriousTerms);

/// <summary>The list of trials.</summary>
public sealed class TrialList : TableView
{
    public override string Name => "trial_list";

    public override string Columns => """
        trial text primary key, title text not null, sponsor text, phase text not null, status text,
        results_version integer not null default 0, results_stand boolean not null default false,
        outcomes integer not null default 0, serious_terms integer not null default 0, known_at timestamptz not null
        """;

    public override IReadOnlyList<string> Indexes => ["(known_at desc, trial desc)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case TrialRegistered e:
                write.Execute(
                    "insert into {table} (trial, title, sponsor, phase, status, known_at) values ($1, $2, $3, $4, $5, {now})",
                    e.Trial.Value, e.Registration.Title, e.Registration.Sponsor, e.Registration.Phase.ToString(), e.Registration.Status);
                break;
            case TrialRegistrationRevised e:
                write.Execute(
                    "update {table} set title = $2, sponsor = $3, phase = $4, status = $5 where trial = $1",
                    e.Trial.Value, e.Registration.Title, e.Registration.Sponsor, e.Registration.Phase.ToString(), e.Registration.Status);
                break;
            case TrialResultsRecorded e:
                write.Execute(
                    "update {table} set results_version = $2, results_stand = true, outcomes = $3, serious_terms = $4 where trial = $1",
                    e.Trial.Value, e.Version, e.Counts.Outcomes, e.Counts.SeriousTerms);
                break;
            case TrialResultsWithdrawn e:
                write.Execute("update {table} set results_stand = false where trial = $1 and results_version = $2", e.Trial.Value, e.Version);
                break;
        }
    }

    public static async Task<TrialPage?> List(ListTrials query, QueryContext context, CancellationToken cancellation)
    {
        int take = Math.Clamp(query.Take, 1, 200);
        await using NpgsqlCommand select = context.Database.CreateCommand("""
            select trial, title, sponsor, phase, status, results_version, results_stand, outcomes, serious_terms from trial_list
            where $1::text is null or (known_at, trial) < (select known_at, trial from trial_list where trial = $1)
            order by known_at desc, trial desc limit $2
            """);
        select.Parameters.Add(new() { Value = (object?)query.After ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        select.Parameters.Add(new() { Value = take + 1 });
        var rows = new List<TrialRow>(take + 1);
        await using NpgsqlDataReader reader = await select.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add(Row(reader));
        return rows.Count > take ? new TrialPage(rows[..take], rows[take - 1].Id.Value) : new TrialPage(rows, null);
    }

    private static TrialRow Row(NpgsqlDataReader reader) => new(
        new TrialId(reader.GetString(0)),
        reader.GetString(1),
        reader.GetValue(2) as string,
        Enum.Parse<TrialPhase>(reader.GetString(3)),
        reader.GetValue(4) as string,
        reader.GetInt32(5),
        reader.GetBoolean(6),
        reader.GetInt32(7),
        reader.GetInt32(8));
}
