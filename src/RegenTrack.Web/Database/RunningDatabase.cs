using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Database;

/// <summary>The database to work with: the configured server, or the embedded one under the home folder.</summary>
public sealed class RunningDatabase : IAsyncDisposable
{
    /// <summary>Folder of everything that is kept outside a configured server.</summary>
    public static string Home => Environment.GetEnvironmentVariable("REGENTRACK_HOME") is { Length: > 0 } named ? named : ".regentrack";

    private const string Configured = "ConnectionStrings__RegenTrack";
    private readonly EmbeddedPostgres? embedded;

    private RunningDatabase(string connectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        this.embedded = embedded;
        Died = embedded?.Died ?? new TaskCompletionSource<DatabaseException>().Task;
    }

    public string ConnectionString { get; }

    /// <summary>Completes when the embedded server ends unasked.</summary>
    public Task<DatabaseException> Died { get; }

    public static async Task<RunningDatabase> Open(Action<Bilingual> progress, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable(Configured) is { Length: > 0 } configured)
            return new RunningDatabase(configured, null);
        var server = await EmbeddedPostgres.Start(Home, progress, cancellation);
        return new RunningDatabase(server.ConnectionString, server);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
