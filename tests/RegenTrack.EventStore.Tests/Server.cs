using Npgsql;
using RegenTrack.EventStore.Schema;
using RegenTrack.EventStore.Tests;
using RegenTrack.Web.Database;

[assembly: AssemblyFixture(typeof(Server))]

namespace RegenTrack.EventStore.Tests;

/// <summary>One PostgreSQL for all tests; each asker gets a database of its own, cloned from a migrated template.</summary>
public sealed class Server : IAsyncLifetime
{
    private const string Template = "store_template";
    private readonly SemaphoreSlim _starting = new(1);
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"regentrack-store-{Guid.NewGuid():n}");
    private EmbeddedPostgres? _server;
    private int _databases;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Connection string of a fresh database with the store's schema, or an empty one.</summary>
    public async Task<string> CreateDatabase(bool empty = false)
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _server ??= await Start();
            var name = $"test_{++_databases}";
            await Execute(_server.ConnectionString, $"create database {name} template {(empty ? "template0" : Template)}");
            return Database(name);
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
    }

    private async Task<EmbeddedPostgres> Start()
    {
        var settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off", ["max_connections"] = "300" };
        var server = await EmbeddedPostgres.Start(_home, null, CancellationToken.None, settings);
        _server = server;
        await Execute(server.ConnectionString, $"create database {Template}");
        await using var template = NpgsqlDataSource.Create(Database(Template) + ";Pooling=false");
        await Migrations.Apply(template, Migrations.Store, CancellationToken.None);
        return server;
    }

    private string Database(string name) => new NpgsqlConnectionStringBuilder(_server!.ConnectionString) { Database = name }.ConnectionString;

    private static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
