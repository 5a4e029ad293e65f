using Npgsql;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Cells;

/// <summary>Lots with their state.</summary>
public sealed class LotBoard : TableView
{
    private const string Fields = "lot, shipment, donor, din, product, product_version, batch, expiry, container, quantity, unit, state, importer";

    public override string Name => "lot_board";

    public override string Columns =>
        "lot text primary key, shipment text not null, donor text not null, din text not null, product text not null, product_version int not null, batch text not null, expiry date not null, container text not null, quantity int not null, unit text not null, state text not null, importer text, changed_at timestamptz not null, arrived_at timestamptz";

    public override IReadOnlyList<string> Indexes => ["(shipment)", "(donor)", "(din)", "(state, expiry, lot)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        if (stored.Data is LotAnnounced e)
            write.Execute(
                "insert into {table} values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'Announced', $12, {now}, null) on conflict (lot) do nothing",
                e.Lot.Value, e.Shipment.Value, e.Donor.Value, e.Din.Value, e.Product, e.ProductVersion, e.Batch, e.Expiry, e.Container, e.Quantity, e.Unit, e.Importer?.Value);
        else if (stored.Data is LotEvent moved && Lot.Evolve(Lot.Initial, moved).State is not LotState.Unknown and var state)
            write.Execute("update {table} set state = $2, changed_at = {now}, arrived_at = coalesce($3::timestamptz, arrived_at) where lot = $1", stored.StreamId, state.ToString(), (moved as LotArrived)?.At);
    }

    public static async Task<LotPage?> List(ListLots query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand(
            $"select {Fields} from lot_board where ($1::text is null or importer = $1) and ($2::text is null or state = $2) and ($3::text is null or shipment = $3) and ($4::text is null or lot > $4) order by lot limit 51");
        foreach (var value in new[] { query.Actor.Role == Role.HospitalSystem ? query.Actor.Institution ?? "" : null, query.State?.ToString(), query.Shipment, query.After })
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var page = new List<LotRow>();
        while (await rows.ReadAsync(cancellation))
            page.Add(new(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetInt32(5), rows.GetString(6), rows.GetFieldValue<DateOnly>(7),
                rows.GetString(8), rows.GetInt32(9), rows.GetString(10), Enum.Parse<LotState>(rows.GetString(11)), rows.IsDBNull(12) ? null : rows.GetString(12)));
        return new(page.Count > 50 ? page[..50] : page, page.Count > 50 ? page[49].Lot : null, context.Today);
    }
}

/// <summary>Fifty lots after a lot, by id, of one state or shipment when given.</summary>
public sealed record ListLots(Actor Actor, LotState? State = null, string? Shipment = null, string? After = null) : IQuery<LotPage>;

/// <param name="Next">Null on the last page.</param>
public sealed record LotPage(IReadOnlyList<LotRow> Rows, string? Next, DateOnly Today);

public sealed record LotRow(
    string Lot, string Shipment, string Donor, string Din, string Product, int ProductVersion, string Batch, DateOnly Expiry, string Container, int Quantity, string Unit, LotState State, string? Importer);
