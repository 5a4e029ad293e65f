using Npgsql;

namespace RegenTrack.EventStore.Subscriptions;

/// <summary>
/// Reads the whole store in order of sequence and never passes an event that may still appear. Sequence numbers are drawn inside transactions, so a smaller one can become visible
/// after a larger one. A gap is passed only when every transaction that could hold it has ended and it is still empty (ADR 0010). For one reader; keeps its place in memory.
/// </summary>
public sealed class EventFeed(NpgsqlDataSource database, long position)
{
    private const string Oldest = "select pg_snapshot_xmin(pg_current_snapshot())::text";
    private const string Newest = "select pg_snapshot_xmax(pg_current_snapshot())::text";
    private const string Rows = $"select {EventRow.Columns} from mt_events where seq_id > $1 order by seq_id limit $2";
    private (long Before, ulong Horizon)? _gap;

    /// <summary>Sequence of the last event handed out.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Whether the last read stopped at a gap that may still be filled.</summary>
    public bool Waits => _gap is not null;

    /// <summary>The next events; empty when there are none, or none that are certain yet.</summary>
    public async Task<IReadOnlyList<EventRow>> Read(int limit, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        // In this order: who had ended before the rows were read has written all of its rows that they can show; whoever holds a gap in the rows began before the third.
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Oldest));
        batch.BatchCommands.Add(Sql.Command(Rows, Position, limit));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Newest));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var oldest = await Number(reader, cancellation);
        await reader.NextResultAsync(cancellation);
        var rows = new List<EventRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(EventRow.Read(reader));
        }

        await reader.NextResultAsync(cancellation);
        var newest = await Number(reader, cancellation);
        var certain = Certain(rows, oldest, newest);
        if (certain > 0)
        {
            Position = rows[certain - 1].Sequence;
        }

        return certain == rows.Count ? rows : rows.GetRange(0, certain);
    }

    private int Certain(List<EventRow> rows, ulong oldest, ulong newest)
    {
        var before = Position;
        for (var index = 0; index < rows.Count; before = rows[index++].Sequence)
        {
            if (rows[index].Sequence == before + 1)
            {
                continue;
            }

            if (_gap?.Before == before && oldest >= _gap.Value.Horizon)
            {
                continue;
            }

            if (_gap?.Before != before)
            {
                _gap = (before, newest);
            }

            return index;
        }

        _gap = null;
        return rows.Count;
    }

    private static async Task<ulong> Number(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        await reader.ReadAsync(cancellation);
        return ulong.Parse(reader.GetString(0), System.Globalization.CultureInfo.InvariantCulture);
    }
}
