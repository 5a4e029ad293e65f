using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Committee;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Committee;

/// <summary>Experts and committee members, for assigning and for the attendance of a meeting.</summary>
public sealed class Roster : TableView
{
    public override string Name => "reviewer_roster";

    public override string Columns => "reviewer text primary key, expert boolean not null, member boolean not null, affiliations text[] not null";

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        if (stored.Data is ReviewerAppointed e)
        {
            write.Execute(
                "insert into {table} values ($1, $2, $3, $4) on conflict (reviewer) do update set expert = $2, member = $3, affiliations = $4",
                e.Reviewer.Value, e.IsExpert, e.IsMember, e.Affiliations.Select(institution => institution.Value).ToArray());
        }
    }

    public static async Task<RosterPage?> List(ListReviewers query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand("select reviewer, expert, member, affiliations from reviewer_roster order by reviewer limit 500");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<RosterRow> found = [];
        while (await rows.ReadAsync(cancellation))
            found.Add(new RosterRow(rows.GetString(0), rows.GetBoolean(1), rows.GetBoolean(2), rows.GetFieldValue<string[]>(3)));
        return new RosterPage(found);
    }
}

/// <summary>All reviewers.</summary>
public sealed record ListReviewers(Actor Actor) : IQuery<RosterPage>;

/// <summary>At most five hundred reviewers; the law allows far fewer.</summary>
public sealed record RosterPage(IReadOnlyList<RosterRow> Rows);

/// <summary>One reviewer.</summary>
public sealed record RosterRow(string Reviewer, bool IsExpert, bool IsMember, IReadOnlyList<string> Affiliations);
