using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Treatments;

/// <summary>How many people were given cells of an import exemption: one row for each exemption, so that simultaneous first administrations wait for each other (ADR 0051). Beside it which exemption a lot came under, and who has a place.</summary>
public sealed class ImportPlaces : TableView
{
    public override string Name => "import_places";

    public override string Columns => "scope text not null, id text not null, grant_id text not null, taken int not null, primary key (scope, id, grant_id)";

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case LotAnnounced { Grant: { } grant } e:
                write.Execute("insert into {table} values ('lot', $1, $2, 0) on conflict do nothing", e.Lot.Value, grant.Value);
                break;

            // A person takes one place, however many doses follow.
            case AdministrationRecorded e:
                write.Execute(
                    """
                    with place as (
                        insert into {table} select 'subject', $2, lot.grant_id, 1 from {table} lot where lot.scope = 'lot' and lot.id = $1
                        on conflict do nothing returning grant_id)
                    insert into {table} as places select 'grant', grant_id, grant_id, 1 from place
                    on conflict (scope, id, grant_id) do update set taken = places.taken + 1
                    """,
                    e.Lot.Value, e.Subject.Value);
                break;
        }
    }

    /// <summary>People beside <paramref name="subject"/> who have a place. The command that would take one more than <paramref name="limit"/> ends in a conflict, however many are sent at once.</summary>
    internal static async Task<int> TakenByOthers(string grant, string subject, int? limit, FactReader facts, CancellationToken cancellation)
    {
        await using var command = facts.Database.CreateCommand(
            """
            select coalesce((select taken from import_places where scope = 'grant' and id = $1 and grant_id = $1), 0),
                   exists (select from import_places where scope = 'subject' and id = $2 and grant_id = $1)
            """);
        command.Parameters.Add(new() { Value = grant });
        command.Parameters.Add(new() { Value = subject });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var (taken, own) = (row.GetInt32(0), row.GetBoolean(1));

        // A cap that was passed before it was counted stands in nobody's way who takes no new place.
        if (limit is { } cap)
            facts.Require("coalesce((select taken <= greatest($2, $3) from import_places where scope = 'grant' and id = $1 and grant_id = $1), true)", grant, cap, taken);
        return own ? taken - 1 : taken;
    }
}
