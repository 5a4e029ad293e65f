using System.Text.Json;
using Npgsql;
using RegenTrack.EventStore.Views;

namespace RegenTrack.EventStore;

/// <summary>
/// One unit of work. Reads go to the database as they are asked for; everything written goes in one batch, which is one transaction and one round trip.
/// </summary>
public sealed class EventSession
{
    private readonly Store _store;
    private readonly List<Append> _appends = new(1);
    private Dictionary<string, long>? _expectations;
    private List<NpgsqlBatchCommand>? _rows;
    private List<NpgsqlBatchCommand>? _requirements;
    private (string Key, SnapshotRow? Row)? _prefetched;

    internal EventSession(Store store) => _store = store;

    /// <summary>Reads where a stream stands and one other statement in a single round trip; the following <see cref="Load"/> of that stream finds it.</summary>
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
        if (!schema.KeepsSnapshot)
        {
            return await Fold(schema, key, schema.Initial, 0, cancellation);
        }

        return await Revive(schema, key, _prefetched is { } prefetched && prefetched.Key == key ? prefetched.Row : await Fetch(key, cancellation), cancellation);
    }

    /// <summary>Loads a foreign stream's state for a decision; the commit fails with a conflict if it has moved by then.</summary>
    public async Task<TState> LoadAndExpect<TState>(StreamSchema<TState> schema, string id, CancellationToken cancellation)
    {
        var loaded = await Load(schema, id, cancellation);
        Expect(loaded);
        return loaded.State;
    }

    /// <summary>Loads several foreign streams of a kind in one round trip, in the order asked for; the commit fails with a conflict if any has moved by then.</summary>
    public async Task<IReadOnlyList<TState>> LoadAllAndExpect<TState>(StreamSchema<TState> schema, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var states = new List<TState>(ids.Count);
        foreach (var loaded in await LoadAll(schema, ids, cancellation))
        {
            Expect(loaded);
            states.Add(loaded.State);
        }

        return states;
    }

    /// <summary>Several streams of a kind in one round trip, in the order asked for.</summary>
    public async Task<IReadOnlyList<Loaded<TState>>> LoadAll<TState>(StreamSchema<TState> schema, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await FetchAll([.. ids.Select(schema.KeyOf).Distinct()], cancellation);
        var loaded = new List<Loaded<TState>>(ids.Count);
        foreach (var key in ids.Select(schema.KeyOf))
        {
            loaded.Add(await Revive(schema, key, rows.GetValueOrDefault(key), cancellation));
        }

        return loaded;
    }

    /// <summary>Queues the events that start a stream; the commit ends in a conflict when there is one already.</summary>
    public void Start<TState>(StreamSchema<TState> schema, string id, params IReadOnlyList<object> events) =>
        Append(schema, new Loaded<TState>(schema.KeyOf(id), schema.Initial, 0), events);

    /// <summary>Queues events for a stream that was loaded at a version, with the state they lead to.</summary>
    public void Append<TState>(StreamSchema<TState> schema, Loaded<TState> loaded, IReadOnlyList<object> events)
    {
        _expectations?.Remove(loaded.Key);
        if (!schema.KeepsSnapshot && !_store.IsShown(schema.Alias))
        {
            _appends.Add(new Append(schema, loaded.Key, loaded.Version, events, null, null, null, null));
            return;
        }

        var state = schema.EvolveAll(loaded.State, events);
        object? before = loaded.Version > 0 ? loaded.State : null;
        _appends.Add(schema.KeepsSnapshot
            ? new Append(schema, loaded.Key, loaded.Version, events, before, state, JsonSerializer.SerializeToUtf8Bytes(state, schema.Json), schema.Shape)
            : new Append(schema, loaded.Key, loaded.Version, events, before, state, null, null));
    }

    /// <summary>Queues events for a stream wherever it stands by then, or for a new one. Only for facts that no state can contradict. Views see version 0, which is not known yet.</summary>
    /// <exception cref="InvalidOperationException">A state view shows streams of this kind, and needs the state.</exception>
    public void AppendToAny(StreamSchema schema, string id, params IReadOnlyList<object> events) => _appends.Add(!_store.IsShown(schema.Alias)
        ? new Append(schema, schema.KeyOf(id), RegenTrack.EventStore.Append.Any, events, null, null, null, null)
        : throw new InvalidOperationException($"Streams of kind {schema.Alias} are shown by their state, which a blind append does not know."));

    /// <summary>Queues a row that must stand or fall with the events.</summary>
    public void Add(NpgsqlBatchCommand row) => (_rows ??= []).Add(row);

    /// <summary>
    /// Queues a condition on rows that this session itself writes; it is asked after they are written, when their locks keep everybody else out.
    /// If it does not hold, nothing is written and the commit ends in a conflict.
    /// </summary>
    /// <param name="condition">A boolean SQL expression with positional parameters.</param>
    public void Require(string condition, params ReadOnlySpan<object> values) => (_requirements ??= []).Add(Sql.Command($"select regentrack_require({condition})", [.. values]));

    /// <summary>Writes all of it in one transaction, or nothing.</summary>
    public async Task<CommitResult> Commit(EventMetadata metadata, CancellationToken cancellation)
    {
        await using var batch = _store.Database.CreateBatch();
        WriteEvents(batch.BatchCommands, metadata);
        await Show(batch.BatchCommands, cancellation);
        WriteRows(batch.BatchCommands);
        if (batch.BatchCommands.Count == 0)
        {
            return CommitResult.Done;
        }

        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException moved) when (moved.Conflict() is { } conflict)
        {
            return new CommitResult(conflict);
        }

        if (_appends.Count > 0)
        {
            _store.Pulse.Beat();
        }

        return CommitResult.Done;
    }

    private void WriteEvents(NpgsqlBatchCommandCollection commands, EventMetadata metadata)
    {
        if (_appends.Count == 1 && _expectations is null)
        {
            _appends[0].Write(commands, metadata, EventHeaders.Of(metadata));
        }
        else if (_appends.Count > 0 || _expectations is not null)
        {
            Lock(commands);
            var headers = EventHeaders.Of(metadata);
            foreach (var append in _appends)
            {
                append.WriteClaimed(commands, metadata, headers);
            }
        }

        if (_store.InlineViews.Length > 0)
        {
            foreach (var append in _appends)
            {
                Project(append, metadata, commands);
            }
        }
    }

    // Every commit takes the streams' rows in one order, so that no two of them wait for each other.
    private void Lock(NpgsqlBatchCommandCollection commands)
    {
        var claims = _appends.Select(append => (append.Key, Take: (Action)(() => append.Claim(commands))));
        var expectations = (_expectations ?? []).Select(expected => (expected.Key, Take: (Action)(() => commands.Add(Sql.Command("select regentrack_expect($1, $2)", expected.Key, expected.Value)))));
        foreach (var (_, take) in expectations.Concat(claims).OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            take();
        }
    }

    private async Task Show(IList<NpgsqlBatchCommand> statements, CancellationToken cancellation)
    {
        foreach (var view in _store.StateViews)
        {
            foreach (var append in _appends)
            {
                if (append.State is not null && view.Shows(append.Schema.Alias))
                {
                    var id = append.Key[(append.Schema.Alias.Length + 1)..];
                    await view.Show(new StreamState(append.Schema.Alias, id, append.Version + append.Events.Count, append.Before, append.State, null), _store.Reader, statements, cancellation);
                }
            }
        }
    }

    private void WriteRows(NpgsqlBatchCommandCollection commands)
    {
        _rows?.ForEach(commands.Add);
        if (_appends.Count > 0)
        {
            // Nothing new takes nothing away: the same fact said again is not measured against what came after it.
            _requirements?.ForEach(commands.Add);
        }
    }

    private void Expect<TState>(Loaded<TState> loaded) => (_expectations ??= [])[loaded.Key] = loaded.Version;

    private void Project(Append append, EventMetadata metadata, NpgsqlBatchCommandCollection commands)
    {
        var writer = new ViewWriter(commands);
        var id = append.Key[(append.Schema.Alias.Length + 1)..];
        for (var index = 0; index < append.Events.Count; index++)
        {
            var version = append.Version == RegenTrack.EventStore.Append.Any ? 0 : append.Version + index + 1;
            var stored = new StoredEvent(append.Key, id, version, append.Events[index], metadata, default);
            foreach (var view in _store.InlineViews)
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

    private ValueTask<Loaded<TState>> Revive<TState>(StreamSchema<TState> schema, string key, SnapshotRow? row, CancellationToken cancellation)
    {
        if (row is null)
        {
            return ValueTask.FromResult(new Loaded<TState>(key, schema.Initial, 0));
        }

        // Of another shape, the snapshot says nothing; of an older version, it is where folding goes on.
        var (state, folded) = row.Data is not null && row.Shape == schema.Shape
            ? (JsonSerializer.Deserialize<TState>(row.Data, schema.Json)!, row.Folded)
            : (schema.Initial, 0);
        return folded == row.Version ? ValueTask.FromResult(new Loaded<TState>(key, state, folded)) : new(Fold(schema, key, state, folded, cancellation));
    }

    private async Task<Loaded<TState>> Fold<TState>(StreamSchema<TState> schema, string key, TState state, long folded, CancellationToken cancellation)
    {
        await using var batch = _store.Database.CreateBatch();
        batch.BatchCommands.Add(Sql.Command("select version, type, data from mt_events where stream_id = $1 and version > $2 order by version", key, folded));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            folded = reader.GetInt64(0);
            if (schema.Read(reader.GetString(1), reader.GetFieldValue<byte[]>(2)) is { } stored)
            {
                state = schema.Evolve(state, stored);
            }
        }

        return new Loaded<TState>(key, state, folded);
    }
}

/// <summary>A stream as loaded: the state at a version.</summary>
public sealed record Loaded<TState>(string Key, TState State, long Version);
