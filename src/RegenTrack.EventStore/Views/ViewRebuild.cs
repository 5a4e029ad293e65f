using Npgsql;

namespace RegenTrack.EventStore.Views;

/// <summary>Replays every event into a shadow table and swaps it in.</summary>
public static class ViewRebuild
{
    private const int BatchSize = 500;

    /// <summary>Rebuilds one view. Appends wait while it runs; readers see the old rows until the swap.</summary>
    /// <param name="progress">Told the number of events replayed so far.</param>
    public static async Task Run(Store store, TableView view, IProgress<long>? progress, CancellationToken cancellation)
    {
        var shadow = $"{view.Name}_rebuild";
        await using var writing = await store.Database.OpenConnectionAsync(cancellation);
        await using var transaction = await writing.BeginTransactionAsync(cancellation);
        await Execute(writing, $"lock table mt_events in share mode; drop table if exists {shadow}", cancellation);
        await Execute(writing, view.CreateTable(shadow), cancellation);

        var replayed = 0L;
        var batch = new NpgsqlBatch(writing);
        var writer = new ViewWriter(batch.BatchCommands);
        await foreach (var stored in store.Reader.All(cancellation))
        {
            view.Project(stored, writer.For(shadow, stored.RecordedAt));
            if (++replayed % BatchSize == 0)
            {
                progress?.Report(replayed);
            }

            if (batch.BatchCommands.Count >= BatchSize)
            {
                await batch.ExecuteNonQueryAsync(cancellation);
                batch.BatchCommands.Clear();
            }
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }

        await Execute(writing, $"drop table if exists {view.Name}", cancellation);
        await Execute(writing, $"alter table {shadow} rename to {view.Name}", cancellation);
        foreach (var index in view.CreateIndexes(view.Name))
        {
            await Execute(writing, index, cancellation);
        }

        await using (var remember = new NpgsqlCommand(
            "insert into view_definition (name, fingerprint) values ($1, $2) on conflict (name) do update set fingerprint = excluded.fingerprint",
            writing)
        {
            Parameters = { new() { Value = view.Name }, new() { Value = view.Fingerprint } },
        })
        {
            await remember.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        progress?.Report(replayed);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
