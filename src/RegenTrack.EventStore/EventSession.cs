using System.Text.Json;
using Npgsql;
using RegenTrack.EventStore.Views;

namespace RegenTrack.EventStore;

/// <summary>
/// One unit of work. Reads go to the database as they are asked for; everything written goes in one batch, which is one transaction and one round trip.
/// </summary>
public sealed class EventSession : IAsyncDisposable
{
    private readonly Store _store;
    private readonly List<Append> _appends = [];
    private readonly Dictionary<string, long> _expectations = [];
    private readonly List<NpgsqlBatchCommand> _rows = [];
    private readonly List<NpgsqlBatchCommand> _requirements = [];
    private (string Key, SnapshotRow? Row)? _prefetched;

    internal EventSession(Store store) => _store = store;

    /// <summary>Reads a snapshot and one other statement in a single round trip; the following <see cref="Load"/> of that stream finds it.</summary>
    public async Task Prefetch(StreamSchema schema, string id, NpgsqlBatchCommand beside, Func<NpgsqlDataReader, Task> readBeside, CancellationToken cancellation)
    {
        await using var batch = _store.Database.CreateBatch();
        batch.BatchCommands.Add(beside);
        batch.BatchCommands.Add(SnapshotRow.Select(schema.KeyOf(id)));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await readBeside(reader);
        await reader.NextResultAsync(cancellation);
        _prefetched = (schema.KeyOf(id), await SnapshotRow.Read(reader, cancellation));
    }

    /// <summary>The state of a stream and its version; initial and 0 when there is none.</summary>
    public async Task<Loaded<TState>> Load<TState>(StreamSchema<TState> schema, string id, CancellationToken cancellation)
    {
        var key = schema.KeyOf(id);
        var row = _prefetched is { } prefetched && prefetched.Key == key ? prefetched.Row : await Fetch(key, cancellation);
        return await Revive(schema, id, row, cancellation);
    }

    /// <summary>Loads a foreign stream's state for a decision; the commit fails with a conflict if it has moved by then.</summary>
    public async Task<TState> LoadAndExpect<TState>(StreamSchema<TState> schema, string id, CancellationToken cancellation)
    {
        var loaded = await Load(schema, id, cancellation);
        _expectations[loaded.Key] = loaded.Version;
        return loaded.State;
    }

    /// <summary>Loads several foreign streams of a kind in one round trip, in the order asked for; the commit fails with a conflict if any has moved by then.</summary>
    public async Task<IReadOnlyList<TState>> LoadAllAndExpect<TState>(StreamSchema<TState> schema, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await FetchAll([.. ids.Select(schema.KeyOf).Distinct()], cancellation);
        var states = new List<TState>(ids.Count);
        foreach (var id in ids)
        {
            var loaded = await Revive(schema, id, rows.GetValueOrDefault(schema.KeyOf(id)), cancellation);
            _expectations[loaded.Key] = loaded.Version;
            states.Add(loaded.State);
        }

        return states;
    }

    /// <summary>Queues events for a stream that was loaded at a version, with the state they lead to.</summary>
    public void Append<TState>(StreamSchema<TState> schema, Loaded<TState> loaded, IReadOnlyList<object> events)
    {
        var state = events.Aggregate(loaded.State, schema.Evolve);
        _expectations.Remove(loaded.Key);
        _appends.Add(new Append(schema, loaded.Key, loaded.Version, events, JsonSerializer.Serialize(state, schema.Json), schema.Shape));
    }

    /// <summary>Queues a row that must stand or fall with the events.</summary>
    public void Add(NpgsqlBatchCommand row) => _rows.Add(row);

    /// <summary>
    /// Queues a condition on rows that this session itself writes; it is asked after they are written, when their locks keep everybody else out.
    /// If it does not hold, nothing is written and the commit ends in a conflict.
    /// </summary>
    /// <param name="condition">A boolean SQL expression with positional parameters.</param>
    public void Require(string condition, params ReadOnlySpan<object> values) => _requirements.Add(Command($"select regentrack_require({condition})", values));

    /// <summary>Writes all of it in one transaction, or nothing.</summary>
    public async Task<CommitResult> Commit(EventMetadata metadata, CancellationToken cancellation)
    {
        await using var batch = _store.Database.CreateBatch();
        foreach (var (key, version) in _expectations)
        {
            batch.BatchCommands.Add(Command("select regentrack_expect($1, $2)", key, version));
        }

        var headers = EventHeaders.Of(metadata);
        foreach (var append in _appends)
        {
            append.Write(batch.BatchCommands, metadata, headers);
            Project(append, metadata, batch.BatchCommands);
        }

        // Nothing new takes nothing away: the same fact said again is not measured against what came after it.
        foreach (var row in _appends.Count == 0 ? _rows : _rows.Concat(_requirements))
        {
            batch.BatchCommands.Add(row);
        }

        if (batch.BatchCommands.Count == 0)
        {
            return CommitResult.Done;
        }

        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
            return CommitResult.Done;
        }
        catch (PostgresException moved) when (moved.SqlState == "RT409")
        {
            return new CommitResult(long.Parse(moved.MessageText, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Project(Append append, EventMetadata metadata, NpgsqlBatchCommandCollection commands)
    {
        var writer = new ViewWriter(commands);
        var id = append.Key[(append.Schema.Alias.Length + 1)..];
        for (var index = 0; index < append.Events.Count; index++)
        {
            var stored = new StoredEvent(append.Key, id, append.Version + index + 1, append.Events[index], metadata, default);
            foreach (var view in _store.Views)
            {
                view.Project(stored, writer.For(view.Name, null));
            }
        }
    }

    private async Task<SnapshotRow?> Fetch(string key, CancellationToken cancellation)
    {
        await using var batch = _store.Database.CreateBatch();
        batch.BatchCommands.Add(SnapshotRow.Select(key));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await SnapshotRow.Read(reader, cancellation);
    }

    private async Task<Dictionary<string, SnapshotRow>> FetchAll(string[] keys, CancellationToken cancellation)
    {
        await using var batch = _store.Database.CreateBatch();
        batch.BatchCommands.Add(SnapshotRow.SelectAll(keys));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await SnapshotRow.ReadAll(reader, cancellation);
    }

    private async Task<Loaded<TState>> Revive<TState>(StreamSchema<TState> schema, string id, SnapshotRow? row, CancellationToken cancellation) => row switch
    {
        null => new Loaded<TState>(schema.KeyOf(id), schema.Initial, 0),
        _ when row.Shape == schema.Shape => new Loaded<TState>(schema.KeyOf(id), JsonSerializer.Deserialize<TState>(row.Data, schema.Json)!, row.Version),
        _ => await Fold(schema, id, cancellation),
    };

    private async Task<Loaded<TState>> Fold<TState>(StreamSchema<TState> schema, string id, CancellationToken cancellation)
    {
        var events = await _store.Reader.Read(schema.Alias, id, cancellation);
        var state = events.Aggregate(schema.Initial, (folded, stored) => schema.Evolve(folded, stored.Data));
        return new Loaded<TState>(schema.KeyOf(id), state, events.Count == 0 ? 0 : events[^1].Version);
    }

    internal static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter as NpgsqlParameter ?? new NpgsqlParameter { Value = parameter });
        }

        return command;
    }
}

/// <summary>A stream as loaded: the state at a version.</summary>
public sealed record Loaded<TState>(string Key, TState State, long Version);

/// <summary>How a commit ended.</summary>
/// <param name="ConflictingVersion">The version a stream really has, when somebody else was faster; null when all is written.</param>
public sealed record CommitResult(long? ConflictingVersion)
{
    public static readonly CommitResult Done = new((long?)null);
}
