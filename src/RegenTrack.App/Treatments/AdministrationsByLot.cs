using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Treatments;

/// <summary>Every administration by lot: who else received these cells, in any institution.</summary>
public sealed class AdministrationsByLot : TableView
{
    public override string Name => "administration_by_lot";

    public override string Columns =>
        "administration text primary key, case_id text not null, subject text not null, institution text not null, plan text not null, plan_version int not null, lot text not null, administered_at timestamptz not null, quantity numeric not null, unit text not null, record_due date not null, recorded_at timestamptz not null";

    public override IReadOnlyList<string> Indexes => ["(lot, administered_at)", "(case_id)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        if (stored.Data is AdministrationRecorded e)
        {
            write.Execute(
                "insert into {table} values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, {now}) on conflict (administration) do nothing",
                e.Administration.Value, e.Case.Value, e.Subject.Value, e.Institution.Value, e.Plan.Value, e.PlanVersion,
                e.Lot.Value, e.AdministeredAt, e.Quantity, e.Unit, e.RecordDue);
        }
    }

    public static async Task<LotRecipients?> OfLot(ListLotRecipients query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand(
            "select administration, case_id, subject, institution, plan, administered_at, quantity, unit, record_due, recorded_at from administration_by_lot where lot = $1 order by administered_at, administration");
        command.Parameters.Add(new() { Value = query.Lot });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<LotRecipient> recipients = [];
        while (await rows.ReadAsync(cancellation))
        {
            recipients.Add(new LotRecipient(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetFieldValue<DateTimeOffset>(5),
                rows.GetDecimal(6), rows.GetString(7), rows.GetFieldValue<DateOnly>(8), rows.GetFieldValue<DateTimeOffset>(9)));
        }

        return new LotRecipients(query.Lot, recipients);
    }
}

/// <summary>Everybody who received cells of a lot. For officers: it crosses institutions.</summary>
public sealed record ListLotRecipients(Actor Actor, string Lot) : IQuery<LotRecipients>;

/// <summary>All administrations of one lot, in order.</summary>
public sealed record LotRecipients(string Lot, IReadOnlyList<LotRecipient> Rows);

/// <summary>One administration of the lot.</summary>
public sealed record LotRecipient(
    string Administration, string Case, string Subject, string Institution, string Plan, DateTimeOffset AdministeredAt,
    decimal Quantity, string Unit, DateOnly RecordDue, DateTimeOffset RecordedAt);
