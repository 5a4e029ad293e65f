using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;

namespace RegenTrack.EventStore;

/// <summary>Reads streams and states outside a unit of work.</summary>
public sealed class EventReader
{
    private const string Columns = "stream_id, version, data, type, timestamp, user_name, correlation_id, causation_id, headers";
    private readonly Store _store;

    internal EventReader(Store store) => _store = store;

    /// <summary>The events of one stream in order; empty for an unknown stream. Events this program does not know are passed over.</summary>
    public async Task<IReadOnlyList<StoredEvent>> Read(string alias, string id, CancellationToken cancellation)
    {
        await using var command = _store.Database.CreateCommand($"select {Columns} from mt_events where stream_id = $1 order by version");
        command.Parameters.Add(new NpgsqlParameter { Value = _store.Streams[alias].KeyOf(id) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellation))
        {
            if (Row(reader) is { } stored)
            {
                events.Add(stored);
            }
        }

        return events;
    }

    /// <summary>The current state of a stream and its version; the initial state and 0 for an unknown stream.</summary>
    public async Task<(TState State, long Version)> State<TState>(StreamSchema<TState> schema, string id, CancellationToken cancellation)
    {
        await using var session = _store.OpenSession();
        var loaded = await session.Load(schema, id, cancellation);
        return (loaded.State, loaded.Version);
    }

    /// <summary>Every event of the store in order of its sequence.</summary>
    public async IAsyncEnumerable<StoredEvent> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = _store.Database.CreateCommand($"select {Columns} from mt_events order by seq_id");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (Row(reader) is { } stored)
            {
                yield return stored;
            }
        }
    }

    private StoredEvent? Row(NpgsqlDataReader reader)
    {
        var key = reader.GetString(0);
        var split = key.IndexOf(':', StringComparison.Ordinal);
        if (split < 0 || !_store.Streams.TryGetValue(key[..split], out var schema) || schema.Read(reader.GetString(3), reader.GetString(2)) is not { } data)
        {
            return null;
        }

        var headers = reader.IsDBNull(8) ? null : JsonSerializer.Deserialize<EventHeaders>(reader.GetString(8), EventHeaders.Json);
        var metadata = new EventMetadata(
            Text(reader, 5) ?? "",
            headers?.Role,
            headers?.Institution,
            headers?.Reason,
            headers?.CommandId,
            Text(reader, 6),
            Text(reader, 7),
            headers?.ObservedAt);
        return new StoredEvent(key, key[(split + 1)..], reader.GetInt64(1), data, metadata, reader.GetFieldValue<DateTimeOffset>(4));
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
