using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Database;

/// <summary>A PostgreSQL server of our own under a home folder, running until disposed. Throws <see cref="DatabaseException"/> when it cannot run.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly ServerProcess? process;
    private readonly FileStream? claim;
    private bool stopping;

    private EmbeddedPostgres(string connectionString, PostgresHome home, ServerProcess? process, FileStream? claim)
    {
        ConnectionString = connectionString;
        this.process = process;
        this.claim = claim;
        Died = process is null ? new TaskCompletionSource<DatabaseException>().Task : Watch(process, home);
    }

    /// <summary>Of the database <c>regentrack</c>, as a role that owns it and may create databases, and is no superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether the server belongs to another RegenTrack process on the same home, and stops with that one.</summary>
    public bool IsShared => process is null;

    /// <summary>Completes when the server ends unasked.</summary>
    public Task<DatabaseException> Died { get; }

    /// <summary>Starts the server, or attaches to the one that another living process runs on this home.</summary>
    /// <param name="home">Folder of everything stored; created when absent.</param>
    /// <param name="progress">Told what takes time.</param>
    /// <param name="settings">Server settings beside ours, e.g. <c>fsync = off</c> for tests.</param>
    public static async Task<EmbeddedPostgres> Start(
        string home, Action<Bilingual>? progress, CancellationToken cancellation, IReadOnlyDictionary<string, string>? settings = null)
    {
        var tell = progress ?? (_ => { });
        try
        {
            var place = PostgresHome.Open(home);
            var claim = place.TryClaim();
            if (claim is null)
                return await Attach(place, tell, cancellation);
            try
            {
                return await Launch(place, claim, tell, settings ?? new Dictionary<string, string>(), cancellation);
            }
            catch
            {
                await claim.DisposeAsync();
                throw;
            }
        }
        catch (IOException trouble) when (FullDisk.Caused(trouble))
        {
            throw DatabaseException.DiskFull(home, trouble);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw DatabaseException.HomeForbidden(home, refused);
        }
    }

    /// <summary>Stops the server cleanly; only detaches from a shared one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping || process is null)
            return;
        stopping = true;
        await process.Stop();
        process.Dispose();
        await claim!.DisposeAsync();
    }

    private static async Task<EmbeddedPostgres> Attach(PostgresHome home, Action<Bilingual> tell, CancellationToken cancellation)
    {
        tell(new("이미 실행 중인 RegenTrack의 데이터베이스에 연결합니다.", "Attaching to the database of the RegenTrack that is already running."));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            while (!File.Exists(home.PasswordFile))
                await Task.Delay(50, patience.Token);
            await FirstContact.Wait(home, FirstContact.Application(home), patience.Token);
            return new(FirstContact.Application(home), home, null, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw DatabaseException.InUse(home.Root);
        }
    }

    private static async Task<EmbeddedPostgres> Launch(
        PostgresHome home, FileStream claim, Action<Bilingual> tell, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var (account, binaries) = await Programs(home, cancellation);
        Directory.CreateDirectory(home.Server);
        Directory.CreateDirectory(home.Sockets);
        _ = home.Password();
        await LeftoverServer.Clear(home, tell, cancellation);
        await DataDirectory.Prepare(home, account, binaries, settings.GetValueOrDefault("fsync") != "off", tell, cancellation);
        await account.Give(home.Server);
        await account.Give(home.Sockets);
        tell(new("PostgreSQL을 시작합니다.", "Starting PostgreSQL."));
        var process = ServerProcess.Start(home, account, binaries, ServerSettings.With(home, settings));
        try
        {
            var ready = FirstContact.Wait(home, FirstContact.Superuser(home), cancellation);
            if (await Task.WhenAny(ready, process.Ended) == process.Ended)
                throw ServerLog.Explain(home);
            await ready;
            await FirstContact.CreateDatabase(home, cancellation);
            return new(FirstContact.Application(home), home, process, claim);
        }
        catch
        {
            await process.Stop();
            process.Dispose();
            throw;
        }
    }

    private static async Task<(ServerAccount, PostgresBinaries)> Programs(PostgresHome home, CancellationToken cancellation)
    {
        var original = PostgresBinaries.Locate();
        var chosen = original.TryLink() ? await ServerAccount.Choose(home, original, cancellation) : null;
        if (chosen is not null)
            return (chosen, original);
        var copy = original.CopyTo(Path.Combine(home.Root, "postgresql-programs"));
        return (await ServerAccount.Choose(home, copy, cancellation) ?? throw DatabaseException.HomeUnreachable(home.Root, "postgres/nobody"), copy);
    }

    private async Task<DatabaseException> Watch(ServerProcess server, PostgresHome home)
    {
        await server.Ended;
        return stopping ? await new TaskCompletionSource<DatabaseException>().Task : ServerLog.Explain(home);
    }
}
