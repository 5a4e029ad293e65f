using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.App;
using RegenTrack.Domain.Law;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Database;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace RegenTrack.Tests.Fixtures;

/// <summary>One PostgreSQL for all tests, started by the first that asks; each asker gets a database cloned from a migrated template.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "regentrack_template";
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
            return Database(name);
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
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

    private async Task<EmbeddedPostgres> Start(CancellationToken cancellation)
    {
        var settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off", ["max_connections"] = "400" };
        var server = await EmbeddedPostgres.Start(_home, null, cancellation, settings);
        _server = server;
        await Execute(server.ConnectionString, $"create database {Template}", cancellation);
        await using var services = new ServiceCollection().AddRegenTrack(Database(Template), HolidayTable.Empty).BuildServiceProvider();
        await AppServices.ApplySchema(services, [], cancellation);
        NpgsqlConnection.ClearAllPools();
        return server;
    }

    private string Database(string name) => new NpgsqlConnectionStringBuilder(_server!.ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    private static async Task Execute(string connectionString, string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
