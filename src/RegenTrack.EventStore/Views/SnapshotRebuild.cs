using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.EventStore.Views;

/// <summary>Folds every stream anew into a shadow of the snapshots and swaps it in, while the service runs. Needed when a fold was wrong; another shape of a state is folded by itself.</summary>
public static class SnapshotRebuild
{
    // States are folded in memory: more streams than this take several passes over the events.
    private const int StreamsAtATime = 200_000;

    /// <param name="progress">Told the number of events folded so far.</param>
    public static async Task Run(Store store, IProgress<long>? progress, CancellationToken cancellation)
    {
        await using var gate = await store.Database.OpenConnectionAsync(cancellation);
        await ViewRebuild.Execute(gate, "select pg_advisory_lock(hashtext('stream_snapshot'))", cancellation);
        try
        {
            await ViewRebuild.Execute(gate, "drop table if exists stream_snapshot_rebuild; create table stream_snapshot_rebuild (like stream_snapshot)", cancellation);
            var (upTo, streams) = await Extent(gate, cancellation);
            var passes = (int)(streams / StreamsAtATime) + 1;
            var folded = 0L;
            for (var pass = 0; pass < passes; pass++)
            {
                var states = new Dictionary<string, Folding?>();
                await using (var batch = store.Database.CreateBatch())
                {
                    batch.BatchCommands.Add(passes == 1
                        ? Sql.Command("select stream_id, version, type, data from mt_events where seq_id <= $1 order by seq_id", upTo)
                        : Sql.Command("select stream_id, version, type, data from mt_events where seq_id <= $1 and abs(hashtext(stream_id)::bigint) % $2 = $3 order by seq_id", upTo, passes, pass));
                    folded = await Fold(store, batch, states, folded, progress, cancellation);
                }

                await Copy(gate, states, cancellation);
            }

            await ViewRebuild.Execute(gate, "alter table stream_snapshot_rebuild add constraint stream_snapshot_rebuild_pkey primary key (id)", cancellation);
            await Swap.Exclusively(gate, transaction => Finish(store, transaction, upTo, cancellation), cancellation);
            progress?.Report(folded);
        }
        finally
        {
            await ViewRebuild.Unlock(gate);
        }
    }

    private static async Task<(long UpTo, long Streams)> Extent(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var extent = (UpTo: 0L, Streams: 0L);
        // In a moment without appends, so that no smaller number can appear afterwards.
        await Swap.Exclusively(connection, async transaction =>
        {
            await using var command = new NpgsqlCommand("select coalesce((select max(seq_id) from mt_events), 0), (select count(*) from mt_streams)", transaction);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            extent = (reader.GetInt64(0), reader.GetInt64(1));
        }, cancellation);
        return extent;
    }

    private static async Task<long> Fold(Store store, NpgsqlBatch batch, Dictionary<string, Folding?> states, long folded, IProgress<long>? progress, CancellationToken cancellation)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var key = reader.GetString(0);
            if (!states.TryGetValue(key, out var folding))
            {
                var split = key.IndexOf(':', StringComparison.Ordinal);
                states.Add(key, folding = split >= 0 && store.Streams.TryGetValue(key[..split], out var schema) ? schema.BeginFolding() : null);
            }

            folding?.Apply(reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3));
            if (++folded % 1000 == 0)
            {
                progress?.Report(folded);
            }
        }

        return folded;
    }

    private static async Task Copy(NpgsqlConnection connection, Dictionary<string, Folding?> states, CancellationToken cancellation)
    {
        await using var writer = await connection.BeginBinaryImportAsync("copy stream_snapshot_rebuild (id, version, shape, data) from stdin (format binary)", cancellation);
        foreach (var (key, folding) in states)
        {
            if (folding is not null)
            {
                await writer.StartRowAsync(cancellation);
                await writer.WriteAsync(key, NpgsqlDbType.Varchar, cancellation);
                await writer.WriteAsync(folding.Version, NpgsqlDbType.Bigint, cancellation);
                await writer.WriteAsync(folding.Shape, NpgsqlDbType.Text, cancellation);
                await writer.WriteAsync(folding.Snapshot(), NpgsqlDbType.Jsonb, cancellation);
            }
        }

        await writer.CompleteAsync(cancellation);
    }

    private static async Task Finish(Store store, NpgsqlConnection connection, long upTo, CancellationToken cancellation)
    {
        var states = new Dictionary<string, Folding?>();
        await using (var batch = store.Database.CreateBatch())
        {
            batch.BatchCommands.Add(Sql.Command("select stream_id, version, type, data from mt_events where stream_id in (select stream_id from mt_events where seq_id > $1) order by seq_id", upTo));
            await Fold(store, batch, states, 0, null, cancellation);
        }

        await ViewRebuild.Execute(connection, "delete from stream_snapshot_rebuild where id = any($1)", cancellation, (object)states.Keys.ToArray());
        await Copy(connection, states, cancellation);
        await ViewRebuild.Execute(connection, "drop table stream_snapshot", cancellation);
        await ViewRebuild.Execute(connection, "alter table stream_snapshot_rebuild rename to stream_snapshot", cancellation);
        await ViewRebuild.Execute(connection, "alter index stream_snapshot_rebuild_pkey rename to stream_snapshot_pkey", cancellation);
    }
}
