using Npgsql;
using RegenTrack.EventStore.Views;

namespace RegenTrack.EventStore;

/// <summary>The event store of one database: opens sessions to write, a reader to read, and knows the views to keep.</summary>
public sealed class Store
{
    public Store(NpgsqlDataSource database, IEnumerable<StreamSchema> streams, IEnumerable<TableView> views, IEnumerable<StateView>? stateViews = null)
    {
        Database = database;
        Streams = streams.ToDictionary(stream => stream.Alias);
        Views = [.. views];
        InlineViews = [.. Views.Where(view => !view.IsAsynchronous)];
        StateViews = [.. stateViews ?? []];
        Reader = new EventReader(this);
        Pulse = new Pulse(database);
    }

    public NpgsqlDataSource Database { get; }

    public IReadOnlyDictionary<string, StreamSchema> Streams { get; }

    public IReadOnlyList<TableView> Views { get; }

    public IReadOnlyList<StateView> StateViews { get; }

    public EventReader Reader { get; }

    /// <summary>Beats after each commit.</summary>
    public Pulse Pulse { get; }

    internal TableView[] InlineViews { get; }

    internal bool IsShown(string alias) => StateViews.Count > 0 && StateViews.Any(view => view.Shows(alias));

    /// <summary>A unit of work: reads what a decision needs, then commits all of it or nothing. For one use by one caller.</summary>
    public EventSession OpenSession() => new(this);

    /// <summary>A pooled data source that prepares repeated statements by itself.</summary>
    public static NpgsqlDataSource Connect(string connectionString)
    {
        // Whoever locks or listens for longer than a transaction undoes it; to have each connection swept at each use cost a fifth of what the server had to do.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        // No statement here is long enough to be worth compiling.
        settings.Options = $"{settings.Options} -c jit=off".TrimStart();
        return NpgsqlDataSource.Create(settings);
    }
}
