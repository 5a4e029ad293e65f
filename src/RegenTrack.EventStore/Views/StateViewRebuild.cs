using Npgsql;

namespace RegenTrack.EventStore.Views;

/// <summary>Shows every stream anew from its events, one at a time and in place, while the service runs. Appends to a stream wait while it is being shown.</summary>
public static class StateViewRebuild
{
    private const int StreamsAtATime = 500;

    private const string Done =
        "insert into view_definition (name, fingerprint) values ($1, $2) on conflict (name) do update set fingerprint = excluded.fingerprint";

    /// <param name="progress">Told the number of streams shown so far.</param>
    public static async Task Run(Store store, StateView view, IProgress<long>? progress, CancellationToken cancellation)
    {
        var shown = 0L;
        foreach (var schema in store.Streams.Values.Where(schema => view.Shows(schema.Alias)))
        {
            for (var (after, more) = ("", true); more;)
            {
                var keys = await Keys(store.Database, schema.Alias, after, cancellation);
                foreach (var key in keys)
                {
                    await Again(store, view, schema, key, cancellation);
                    progress?.Report(++shown);
                }

                more = keys.Count == StreamsAtATime;
                after = more ? keys[^1] : after;
            }
        }

        await store.Database.Execute(Done, cancellation, view.Name, view.Fingerprint);
    }

    private static async Task Again(Store store, StateView view, StreamSchema schema, string key, CancellationToken cancellation)
    {
        await using var connection = await store.Database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ViewRebuild.Execute(connection, "select from mt_streams where id = $1 for update", cancellation, key);
        await using var batch = new NpgsqlBatch(connection);
        view.Forget(key, batch.BatchCommands);
        var id = key[(schema.Alias.Length + 1)..];
        var (state, version, recordedAt) = (schema.Empty, 0L, DateTimeOffset.MinValue);
        object? shown = null;
        foreach (var stored in await store.Reader.Read(schema.Alias, id, cancellation))
        {
            // Events of one append carry one instant, and were shown together.
            if (version > 0 && stored.RecordedAt != recordedAt)
            {
                await view.Show(new StreamState(schema.Alias, id, version, shown, state, recordedAt), store.Reader, batch.BatchCommands, cancellation);
                shown = state;
            }

            (state, version, recordedAt) = (schema.Next(state, stored.Data), stored.Version, stored.RecordedAt);
        }

        if (version > 0)
        {
            await view.Show(new StreamState(schema.Alias, id, version, shown, state, recordedAt), store.Reader, batch.BatchCommands, cancellation);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<List<string>> Keys(NpgsqlDataSource database, string alias, string after, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Sql.Command("select id from mt_streams where type = $1 and id > $2 order by id limit $3", alias, after, StreamsAtATime));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var keys = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }
}
