using System.Runtime.CompilerServices;

namespace RegenTrack.EventStore;

/// <summary>Reads streams and states outside a unit of work.</summary>
public sealed class EventReader
{
    private readonly Store _store;

    internal EventReader(Store store) => _store = store;

    /// <summary>The events of one stream in order; empty for an unknown stream. Events this program does not know are passed over.</summary>
    public async Task<IReadOnlyList<StoredEvent>> Read(string alias, string id, CancellationToken cancellation)
    {
        var events = new List<StoredEvent>();
        await foreach (var row in Rows("stream_id = $1 order by version", cancellation, _store.Streams[alias].KeyOf(id)))
        {
            if (row.Interpret(_store.Streams) is { } stored)
            {
                events.Add(stored);
            }
        }

        return events;
    }

    /// <summary>The current state of a stream and its version; the initial state and 0 for an unknown stream.</summary>
    public async Task<(TState State, long Version)> State<TState>(StreamSchema<TState> schema, string id, CancellationToken cancellation)
    {
        var loaded = await _store.OpenSession().Load(schema, id, cancellation);
        return (loaded.State, loaded.Version);
    }

    /// <summary>Every row after a position up to another, in order of sequence, streamed.</summary>
    public IAsyncEnumerable<EventRow> Rows(long after, long upTo, CancellationToken cancellation) =>
        Rows("seq_id > $1 and seq_id <= $2 order by seq_id", cancellation, after, upTo);

    private async IAsyncEnumerable<EventRow> Rows(string condition, [EnumeratorCancellation] CancellationToken cancellation, params object[] parameters)
    {
        await using var batch = _store.Database.CreateBatch();
        batch.BatchCommands.Add(Sql.Command($"select {EventRow.Columns} from mt_events where {condition}", parameters));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return EventRow.Read(reader);
        }
    }
}
