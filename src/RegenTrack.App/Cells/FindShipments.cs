using Npgsql;
using NpgsqlTypes;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Cells;

/// <summary>Shipments by id; for a hospital's system only those that its institution imports.</summary>
/// <param name="Lot">A lot that the shipment brought.</param>
/// <param name="Arrived">Whether it has arrived.</param>
/// <param name="After">Id of the last shipment of the page before.</param>
public sealed record FindShipments(
    Actor Actor, string? Shipment = null, string? AirWaybill = null, string? Lot = null, bool? Arrived = null, string? After = null, int Size = 50) : IQuery<FoundShipments>
{
    public static async Task<FoundShipments?> Answer(FindShipments query, QueryContext context, CancellationToken cancellation)
    {
        var rows = await Rows(query, context, cancellation);
        var found = new List<FoundShipment>();
        foreach (var (id, waybill) in rows.Take(query.Size))
        {
            var (shipment, version) = await context.Events.State(ShipmentStream.Type, id, cancellation);
            if (ShipmentStream.Type.IsVisible(query.Actor, shipment))
                found.Add(new FoundShipment(shipment, version, waybill));
        }

        return new FoundShipments(found, rows.Count > query.Size ? rows[query.Size - 1].Id : null);
    }

    private static async Task<List<(string Id, string? AirWaybill)>> Rows(FindShipments query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand(
            """
            select shipment, air_waybill from shipment_board board
            where ($1 is null or importer = $1) and ($2 is null or shipment = $2) and ($3 is null or air_waybill = $3)
              and ($4 is null or exists (select from lot_board where lot_board.shipment = board.shipment and lot = $4))
              and ($5 is null or (stage = 'arrived') = $5) and ($6 is null or shipment > $6)
            order by shipment limit $7
            """);
        Add(query.Actor.Role == Role.HospitalSystem ? query.Actor.Institution ?? "" : null, NpgsqlDbType.Text);
        Add(query.Shipment, NpgsqlDbType.Text);
        Add(query.AirWaybill, NpgsqlDbType.Text);
        Add(query.Lot, NpgsqlDbType.Text);
        Add(query.Arrived, NpgsqlDbType.Boolean);
        Add(query.After, NpgsqlDbType.Text);
        Add(query.Size + 1, NpgsqlDbType.Integer);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string, string?)>();
        while (await rows.ReadAsync(cancellation))
            found.Add((rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1)));
        return found;

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }
}

/// <param name="Next">What <see cref="FindShipments.After"/> continues with; null on the last page.</param>
public sealed record FoundShipments(IReadOnlyList<FoundShipment> Shipments, string? Next);

/// <summary>A shipment as it stands.</summary>
public sealed record FoundShipment(Shipment Shipment, long Version, string? AirWaybill);
