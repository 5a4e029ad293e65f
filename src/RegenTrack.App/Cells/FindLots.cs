using Npgsql;
using NpgsqlTypes;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Cells;

/// <summary>Lots with the donor and shipment behind each, by id; for a hospital's system only those that its institution imports.</summary>
/// <param name="Din">Donation number, thirteen characters.</param>
/// <param name="Batch">The source site's own lot number.</param>
/// <param name="Usable">Released and not expired, or the opposite.</param>
/// <param name="After">Id of the last lot of the page before.</param>
public sealed record FindLots(
    Actor Actor, string? Lot = null, string? Din = null, string? Batch = null, LotState? State = null, bool? Usable = null, string? After = null, int Size = 50) : IQuery<FoundLots>
{
    public static async Task<FoundLots?> Answer(FindLots query, QueryContext context, CancellationToken cancellation)
    {
        var ids = await Ids(query, context, cancellation);
        var found = new List<FoundLot>();
        var shipments = new Dictionary<ShipmentId, Shipment>();
        foreach (var id in ids.Take(query.Size))
        {
            var (lot, version) = await context.Events.State(LotStream.Type, id, cancellation);
            if (!LotStream.Type.IsVisible(query.Actor, lot))
                continue;
            if (!shipments.TryGetValue(lot.Shipment, out var shipment))
                shipments[lot.Shipment] = shipment = (await context.Events.State(ShipmentStream.Type, lot.Shipment.Value, cancellation)).State;
            found.Add(new FoundLot(lot, version, shipment, (await context.Events.State(DonorStream.Type, lot.Donor.Value, cancellation)).State));
        }

        return new FoundLots(found, ids.Count > query.Size ? ids[query.Size - 1] : null, context.Today);
    }

    private static async Task<List<string>> Ids(FindLots query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand(
            """
            select lot from lot_board
            where ($1 is null or importer = $1) and ($2 is null or lot = $2) and ($3 is null or din = $3) and ($4 is null or batch = $4) and ($5 is null or state = $5)
              and ($6 is null or (state = 'Released' and expiry >= $7) = $6) and ($8 is null or lot > $8)
            order by lot limit $9
            """);
        Add(query.Actor.Role == Role.HospitalSystem ? query.Actor.Institution ?? "" : null, NpgsqlDbType.Text);
        Add(query.Lot, NpgsqlDbType.Text);
        Add(query.Din, NpgsqlDbType.Text);
        Add(query.Batch, NpgsqlDbType.Text);
        Add(query.State?.ToString(), NpgsqlDbType.Text);
        Add(query.Usable, NpgsqlDbType.Boolean);
        Add(context.Today, NpgsqlDbType.Date);
        Add(query.After, NpgsqlDbType.Text);
        Add(query.Size + 1, NpgsqlDbType.Integer);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<string>();
        while (await rows.ReadAsync(cancellation))
            ids.Add(rows.GetString(0));
        return ids;

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }
}

/// <param name="Next">What <see cref="FindLots.After"/> continues with; null on the last page.</param>
/// <param name="Today">Day of law, for the expiry.</param>
public sealed record FoundLots(IReadOnlyList<FoundLot> Lots, string? Next, DateOnly Today);

/// <summary>A lot as it stands, with where it comes from.</summary>
public sealed record FoundLot(Lot Lot, long Version, Shipment Shipment, Donor Donor);
