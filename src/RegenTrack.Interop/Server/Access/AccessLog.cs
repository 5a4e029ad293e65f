using System.Threading.Channels;
using Npgsql;

namespace RegenTrack.Interop.Server.Access;

/// <summary>Gathers the accesses of requests that run at the same time and keeps them in one round trip; each request waits for its own.</summary>
public sealed class AccessLog : IAccessLog, IAsyncDisposable
{
    private const int MostWaiting = 10_000;
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly NpgsqlDataSource _database;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task _work;

    public AccessLog(NpgsqlDataSource database)
    {
        _database = database;
        _work = Task.Run(Work);
    }

    /// <exception cref="TimeoutException">The database takes too long.</exception>
    /// <exception cref="NpgsqlException">The database refuses.</exception>
    public async Task Keep(AccessRecord access)
    {
        var waiting = new Waiting(access, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiting.Writer.TryWrite(waiting))
            throw new TimeoutException("More accesses wait to be kept than this process takes.");
        await waiting.Kept.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _work;
    }

    private async Task Work()
    {
        var some = new List<Waiting>(MostAtOnce);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (some.Count < MostAtOnce && _waiting.Reader.TryRead(out var one))
                some.Add(one);
            await Keep(some);
            some.Clear();
        }
    }

    private async Task Keep(List<Waiting> some)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await AccessTable.Insert(_database, [.. some.Select(one => one.Access)], patience.Token);
            some.ForEach(one => one.Kept.SetResult());
        }
#pragma warning disable CA1031 // Whatever it is, each request that waits has to hear of it, and the next ones get their own chance.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            some.ForEach(one => one.Kept.SetException(trouble));
        }
    }

    private sealed record Waiting(AccessRecord Access, TaskCompletionSource Kept);
}
