using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Treatments;

/// <summary>What was received and what was given of each lot, in the lot's unit: one row each, so that simultaneous administrations of a lot wait for each other (ADR 0051).</summary>
public sealed class LotStock : TableView
{
    public override string Name => "lot_stock";

    public override string Columns => "lot text primary key, unit text not null, received int not null, given numeric not null";

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case LotAnnounced e:
                write.Execute("insert into {table} values ($1, $2, $3, 0) on conflict do nothing", e.Lot.Value, CountUnit.WordOf(e.Unit), e.Quantity);
                break;

            // An amount that was once recorded in another unit says nothing about the lot's.
            case AdministrationRecorded e:
                write.Execute("update {table} set given = given + $2 where lot = $1 and unit in ('', $3)", e.Lot.Value, e.Quantity, CountUnit.WordOf(e.Unit));
                break;
        }
    }

    /// <summary>What was given of a lot so far. The command that would give more than there is ends in a conflict, however many are sent at once.</summary>
    internal static async Task<decimal> Given(string lot, FactReader facts, CancellationToken cancellation)
    {
        await using var command = facts.Database.CreateCommand("select given from lot_stock where lot = $1");
        command.Parameters.Add(new() { Value = lot });
        var given = await command.ExecuteScalarAsync(cancellation) is decimal before ? before : 0;

        // A lot that was overdrawn before it was counted stands in nobody's way who takes nothing more.
        facts.Require("coalesce((select given <= greatest(received, $2) from lot_stock where lot = $1), true)", lot, given);
        return given;
    }
}
