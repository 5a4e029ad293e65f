using Npgsql;

namespace RegenTrack.EventStore;

/// <summary>
/// Tells subscribers, in this process and in others, that something was committed. Told after the commit and at most once in a short while: inside the append's transaction
/// a notification would make all commits of the database wait for each other. One that gets lost costs a subscriber its polling interval, nothing else.
/// </summary>
public sealed class Pulse
{
    internal const string Channel = "regentrack_events";

    // Nothing is lost with a notification, so its commit need not wait for the disk.
    private const string Notify = $"select set_config('synchronous_commit', 'off', true), pg_notify('{Channel}', '')";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);
    private readonly NpgsqlDataSource _database;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _telling;

    internal Pulse(NpgsqlDataSource database) => _database = database;

    /// <summary>Whether this process runs the subscriptions: then nobody elsewhere waits to be told.</summary>
    internal bool Leads { get; set; }

    /// <summary>Completes at the next beat.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes this process at once and the others soon.</summary>
    public void Beat()
    {
        Wake();
        if (!Leads && Interlocked.Exchange(ref _telling, 1) == 0)
        {
            _ = Tell();
        }
    }

    internal void Wake() => Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private async Task Tell()
    {
        await Task.Delay(Between);
        Volatile.Write(ref _telling, 0);
        try
        {
            await _database.Execute(Notify, CancellationToken.None);
        }
        catch (Exception lost) when (lost is NpgsqlException or ObjectDisposedException or TimeoutException)
        {
            // Subscribers poll as well.
        }
    }
}
