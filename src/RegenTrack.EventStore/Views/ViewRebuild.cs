using Npgsql;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.EventStore.Views;

/// <summary>Replays every event into a shadow table and swaps it in, while the service runs.</summary>
public static class ViewRebuild
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan AtGap = TimeSpan.FromMilliseconds(20);

    /// <summary>Rebuilds one view. Readers see the old rows until the swap; appends wait only while the last few events are replayed.</summary>
    /// <param name="progress">Told the number of events replayed so far.</param>
    public static async Task Run(Store store, TableView view, IProgress<long>? progress, CancellationToken cancellation)
    {
        // Two rebuilds of one view at the same time would write into one shadow.
        await using var gate = await store.Database.OpenConnectionAsync(cancellation);
        await Execute(gate, "select pg_advisory_lock(hashtext($1))", cancellation, view.Name);
        try
        {
            var shadow = $"{view.Name}_rebuild";
            await Execute(gate, $"drop table if exists {shadow}", cancellation);
            await Execute(gate, view.CreateTable(shadow), cancellation);
            foreach (var (_, create) in view.CreateIndexes(shadow, "_rebuild"))
            {
                await Execute(gate, create, cancellation);
            }

            var replay = new Replay(store, view, shadow, progress);
            var feed = new EventFeed(store.Database, 0);
            await CatchUp(gate, feed, replay, cancellation);
            await Swap.Exclusively(gate, transaction => Finish(transaction, feed.Position, replay, view, shadow, cancellation), cancellation);
            progress?.Report(replay.Replayed);
        }
        finally
        {
            await Unlock(gate);
        }
    }

    private static async Task CatchUp(NpgsqlConnection connection, EventFeed feed, Replay replay, CancellationToken cancellation)
    {
        while (true)
        {
            var rows = await feed.Read(BatchSize, cancellation);
            await replay.Write(connection, rows, cancellation);
            if (rows.Count == 0 && !feed.Waits)
            {
                return;
            }

            if (rows.Count == 0)
            {
                await Task.Delay(AtGap, cancellation);
            }
        }
    }

    private static async Task Finish(NpgsqlConnection connection, long position, Replay replay, TableView view, string shadow, CancellationToken cancellation)
    {
        var rows = new List<EventRow>();
        await foreach (var row in replay.Store.Reader.Rows(position, long.MaxValue, cancellation))
        {
            rows.Add(row);
        }

        await replay.Write(connection, rows, cancellation);
        await Execute(connection, $"drop table if exists {view.Name}", cancellation);
        await Execute(connection, $"alter table {shadow} rename to {view.Name}", cancellation);
        await Execute(connection, $"alter index if exists {shadow}_pkey rename to {view.Name}_pkey", cancellation);
        foreach (var (name, _) in view.CreateIndexes(view.Name, ""))
        {
            await Execute(connection, $"alter index {name}_rebuild rename to {name}", cancellation);
        }

        if (view.IsAsynchronous)
        {
            await Execute(
                connection,
                "insert into mt_event_progression (name, last_seq_id) values ($1, $2) on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = now()",
                cancellation, ViewSubscription.NameOf(view.Name), rows.Count > 0 ? rows[^1].Sequence : position);
        }

        await Execute(
            connection,
            "insert into view_definition (name, fingerprint) values ($1, $2) on conflict (name) do update set fingerprint = excluded.fingerprint",
            cancellation, view.Name, view.Fingerprint);
    }

    /// <summary>A connection that broke has let go already.</summary>
    internal static Task Unlock(NpgsqlConnection connection) =>
        connection.FullState == System.Data.ConnectionState.Open ? Execute(connection, "select pg_advisory_unlock_all()", CancellationToken.None) : Task.CompletedTask;

    internal static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed class Replay(Store store, TableView view, string shadow, IProgress<long>? progress)
    {
        public Store Store { get; } = store;

        public long Replayed { get; private set; }

        public async Task Write(NpgsqlConnection connection, IReadOnlyList<EventRow> rows, CancellationToken cancellation)
        {
            await using var batch = new NpgsqlBatch(connection);
            var writer = new ViewWriter(batch.BatchCommands);
            foreach (var row in rows)
            {
                if (row.Interpret(Store.Streams) is { } stored)
                {
                    view.Project(stored, writer.For(shadow, stored.RecordedAt));
                }
            }

            if (batch.BatchCommands.Count > 0)
            {
                await batch.ExecuteNonQueryAsync(cancellation);
            }

            Replayed += rows.Count;
            progress?.Report(Replayed);
        }
    }
}
