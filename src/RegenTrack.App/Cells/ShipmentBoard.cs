using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Cells;

/// <summary>Shipments, those to come or just come first.</summary>
public sealed class ShipmentBoard : TableView
{
    public override string Name => "shipment_board";

    public override string Columns =>
        "shipment text primary key, site text not null, country text not null, importer text, expected_on date not null, stage text not null, lots int not null, identified int not null, air_waybill text, announced_at timestamptz not null";

    public override IReadOnlyList<string> Indexes => ["(expected_on desc, shipment)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case ShipmentAnnounced e:
                write.Execute(
                    "insert into {table} values ($1, $2, $3, $4, $5, 'announced', $6, 0, $7, {now}) on conflict (shipment) do nothing",
                    e.Shipment.Value, e.Site.Name, e.Site.Country, e.Importer?.Value, e.ExpectedOn, e.Units.Count, e.AirWaybill);
                break;
            case PreClearanceReported e:
                write.Execute("update {table} set stage = 'reported' where shipment = $1 and stage = 'announced'", e.Shipment.Value);
                break;
            case ShipmentDispatched e:
                write.Execute("update {table} set stage = 'in-transit' where shipment = $1", e.Shipment.Value);
                break;
            case ShipmentArrived e:
                write.Execute("update {table} set stage = 'arrived' where shipment = $1", e.Shipment.Value);
                break;
            case UnitIdentified e:
                write.Execute("update {table} set identified = identified + 1 where shipment = $1", e.Shipment.Value);
                break;
        }
    }

    public static async Task<ShipmentPage?> List(ListShipments query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand(
            """
            select shipment, site, country, importer, expected_on, stage, lots, identified from shipment_board
            where ($1::text is null or importer = $1) and ($2::date is null or (expected_on, shipment) < ($2, $3))
            order by expected_on desc, shipment desc limit 51
            """);
        command.Parameters.Add(new() { Value = (object?)(query.Actor.Role == Role.HospitalSystem ? query.Actor.Institution ?? "" : null) ?? DBNull.Value });
        command.Parameters.Add(new() { Value = (object?)query.After?.On ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = (object?)query.After?.Shipment ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var page = new List<ShipmentRow>();
        while (await rows.ReadAsync(cancellation))
            page.Add(new(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3), rows.GetFieldValue<DateOnly>(4), rows.GetString(5), rows.GetInt32(6), rows.GetInt32(7)));
        return new(page.Count > 50 ? page[..50] : page, page.Count > 50 ? new ShipmentCursor(page[49].ExpectedOn, page[49].Shipment) : null);
    }
}

/// <summary>Fifty shipments after a cursor, newest first.</summary>
public sealed record ListShipments(Actor Actor, ShipmentCursor? After = null) : IQuery<ShipmentPage>;

public sealed record ShipmentCursor(DateOnly On, string Shipment);

/// <param name="Next">Null on the last page.</param>
public sealed record ShipmentPage(IReadOnlyList<ShipmentRow> Rows, ShipmentCursor? Next);

/// <param name="Stage">announced, reported, in-transit or arrived.</param>
public sealed record ShipmentRow(string Shipment, string Site, string Country, string? Importer, DateOnly ExpectedOn, string Stage, int Lots, int Identified);
