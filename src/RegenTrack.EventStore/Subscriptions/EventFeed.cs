using Npgsql;

namespace RegenTrack.EventStore.Subscriptions;

/// <summary>
/// Reads the whole store in order of sequence and never passes an event that may still appear. Sequence numbers are drawn inside transactions, so a smaller one can become visible
/// after a larger one. A gap is passed only when every transaction that could hold it has ended and it is still empty (ADR 0010). For one reader on the primary; keeps its place in memory.
/// </summary>
public sealed class EventFeed(NpgsqlDataSource database, long position)
{
    private const string Rows = $"select {EventRow.Columns} from mt_events where seq_id > $1 order by seq_id limit $2";

    // Whoever drew a number keeps this lock until its transaction has ended, and lets go of it only after its rows can be seen.
    private const string Drawing = """
        select virtualtransaction from pg_locks
        where locktype = 'relation' and relation = 'mt_events_sequence'::regclass and mode = 'RowExclusiveLock' and database = (select oid from pg_database where datname = current_database())
        """;

    private Gap? _gap;

    /// <summary>Sequence of the last event handed out.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Whether the last read stopped at a gap that may still be filled.</summary>
    public bool Waits => _gap is not null;

    /// <summary>The next events; empty when there are none, or none that are certain yet.</summary>
    public async Task<IReadOnlyList<EventRow>> Read(int limit, CancellationToken cancellation)
    {
        var settled = _gap is null ? 0 : await Settled(_gap, cancellation);
        var rows = await Next(limit, cancellation);
        var certain = Certain(rows, settled);
        if (certain == rows.Count)
        {
            _gap = null;
        }
        else if (_gap is null || settled > 0)
        {
            // In this order: each number below the newest row was drawn before that row was read, so whoever still holds one is found now.
            _gap = new Gap(rows[^1].Sequence, await Drawers(cancellation));
        }

        if (certain > 0)
        {
            Position = rows[certain - 1].Sequence;
        }

        return certain == rows.Count ? rows : rows.GetRange(0, certain);
    }

    /// <summary>The sequence up to which rows read from now on are all there will ever be; 0 while someone may hold one of them.</summary>
    private async Task<long> Settled(Gap gap, CancellationToken cancellation) => gap.Drawers.Overlaps(await Drawers(cancellation)) ? 0 : gap.Below;

    private int Certain(List<EventRow> rows, long settled)
    {
        var before = Position;
        for (var index = 0; index < rows.Count; before = rows[index++].Sequence)
        {
            if (rows[index].Sequence != before + 1 && rows[index].Sequence > settled)
            {
                return index;
            }
        }

        return rows.Count;
    }

    private async Task<List<EventRow>> Next(int limit, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(Rows, Position, limit));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var rows = new List<EventRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(EventRow.Read(reader));
        }

        return rows;
    }

    private async Task<HashSet<string>> Drawers(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Drawing);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var drawers = new HashSet<string>();
        while (await reader.ReadAsync(cancellation))
        {
            drawers.Add(reader.GetString(0));
        }

        return drawers;
    }

    /// <param name="Below">The newest sequence seen when the gap was found.</param>
    /// <param name="Drawers">Transactions that may hold a number below it.</param>
    private sealed record Gap(long Below, HashSet<string> Drawers);
}
