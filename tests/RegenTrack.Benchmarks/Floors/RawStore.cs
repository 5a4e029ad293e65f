using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RegenTrack.Benchmarks.Scenarios.Bars;

namespace RegenTrack.Benchmarks.Floors;

/// <summary>What the store does, by hand-written Npgsql in as many round trips and rows: prepared, batched, nothing checked beyond the compare-and-set.</summary>
public sealed class RawStore(NpgsqlDataSource database)
{
    private const string Stream = "insert into mt_streams (id, type, version) values ($1, $2, $3)";
    private const string Advance = "update mt_streams set version = $2, timestamp = now() where id = $1 and version = $3";
    private const string Event = "insert into mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type, headers, user_name) values (nextval('mt_events_sequence'), $1, $2, $3, $4, $5, $6, $7, $8)";
    private const string Snapshot = "insert into stream_snapshot (id, version, shape, data) values ($1, $2, $3, $4) on conflict (id) do update set version = excluded.version, shape = excluded.shape, data = excluded.data";
    private static readonly byte[] Headers = """{"role":"Inspector","commandId":"0199f1b0-77c4-7c53-a1a1-52b4dd0b9a7e"}"""u8.ToArray();

    public async Task Start(string key, params Scanned[] events)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Statement(Stream, key, "folded", (long)events.Length));
        for (var index = 0; index < events.Length; index++)
        {
            batch.BatchCommands.Add(Insert(key, index + 1, events[index]));
        }

        await batch.ExecuteNonQueryAsync();
    }

    public async Task LoadAndAppend(string key, Scanned next)
    {
        long version;
        Shelf state;
        await using (var read = database.CreateBatch())
        {
            read.BatchCommands.Add(Statement("select version, data from stream_snapshot where id = $1", key));
            await using var reader = await read.ExecuteReaderAsync();
            (version, state) = await reader.ReadAsync() ? (reader.GetInt64(0), JsonSerializer.Deserialize<Shelf>(reader.GetFieldValue<byte[]>(1), ShelfSchema.Options)!) : (0, Shelf.Initial);
        }

        await using var write = database.CreateBatch();
        write.BatchCommands.Add(version == 0 ? Statement(Stream, key, "kept", 1L) : Statement(Advance, key, version + 1, version));
        write.BatchCommands.Add(Insert(key, version + 1, next));
        write.BatchCommands.Add(Statement(Snapshot, key, version + 1, "0123456789abcdef", Jsonb(JsonSerializer.SerializeToUtf8Bytes(Shelf.Evolve(state, next), ShelfSchema.Options))));
        await write.ExecuteNonQueryAsync();
    }

    public async Task<Shelf> Fold(string key)
    {
        await using var read = database.CreateBatch();
        read.BatchCommands.Add(Statement("select version, type, data from mt_events where stream_id = $1 order by version", key));
        await using var reader = await read.ExecuteReaderAsync();
        var state = Shelf.Initial;
        while (await reader.ReadAsync())
        {
            if (reader.GetString(1) == "scanned_v1")
            {
                state = Shelf.Evolve(state, JsonSerializer.Deserialize<Scanned>(reader.GetFieldValue<byte[]>(2), ShelfSchema.Options)!);
            }
        }

        return state;
    }

    /// <summary>The whole table in order, each event deserialised and dropped.</summary>
    public async Task<int> ReadEverything()
    {
        await using var read = database.CreateBatch();
        read.BatchCommands.Add(Statement("select seq_id, stream_id, version, type, data from mt_events order by seq_id"));
        await using var reader = await read.ExecuteReaderAsync();
        var events = 0;
        while (await reader.ReadAsync())
        {
            _ = (reader.GetString(1), reader.GetInt64(2), reader.GetString(3));
            events += JsonSerializer.Deserialize<Scanned>(reader.GetFieldValue<byte[]>(4), ShelfSchema.Options) is null ? 0 : 1;
        }

        return events;
    }

    private static NpgsqlBatchCommand Insert(string key, long version, Scanned stored) => Statement(
        Event, Guid.CreateVersion7(), key, version, Jsonb(JsonSerializer.SerializeToUtf8Bytes(stored, ShelfSchema.Options)), "scanned_v1", "RegenTrack.Benchmarks.Scenarios.Bars.Scanned, RegenTrack.Benchmarks", Jsonb(Headers), "inspector-17");

    private static NpgsqlParameter Jsonb(byte[] json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<object> values)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            statement.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        return statement;
    }
}
