using Npgsql;
using RegenTrack.Web.Database;

namespace RegenTrack.EventStore.Tests;

/// <summary>One PostgreSQL for all tests of an assembly, started by the first that asks; each asker gets a database of its own, cloned from a migrated template.</summary>
public abstract class ClonedDatabases : IAsyncLifetime
{
    private const string Template = "migrated_template";
    private const int Connections = 400;
    private const int PoolSize = 20;
    private readonly SemaphoreSlim _starting = new(1);
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"regentrack-tests-{Guid.NewGuid():n}");
    private EmbeddedPostgres? _server;
    private int _databases;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Connection string of a fresh database with the schema applied.</summary>
    /// <param name="empty">Without any table of ours.</param>
    public async Task<string> CreateDatabase(CancellationToken cancellation, bool empty = false)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            _server ??= await Start(cancellation);
            var name = $"test_{++_databases}";
            await Execute(_server.ConnectionString, $"create database {name} template {(empty ? "template0" : Template)}", cancellation);
            return Database(_server, name);
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _starting.Dispose();
        if (Directory.Exists(_home))
        {
            Directory.Delete(_home, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the template.</summary>
    protected abstract Task Migrate(string connectionString, CancellationToken cancellation);

    private async Task<EmbeddedPostgres> Start(CancellationToken cancellation)
    {
        var settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off", ["max_connections"] = $"{Connections}" };
        var server = await EmbeddedPostgres.Start(_home, null, cancellation, settings);
        await Execute(server.ConnectionString, $"create database {Template}", cancellation);
        await Migrate(Database(server, Template), cancellation);

        // A database that somebody is connected to cannot be cloned.
        NpgsqlConnection.ClearAllPools();
        return server;
    }

    private static string Database(EmbeddedPostgres server, string name) => new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, MaxPoolSize = PoolSize }.ConnectionString;

    private static async Task Execute(string connectionString, string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
