using Npgsql;

namespace RegenTrack.EventStore;

/// <summary>
/// Tells subscribers, in this process and in others, that something was committed. Told after the commit and at most once in a short while: inside the append's transaction
/// a notification would make all commits of the database wait for each other. One that gets lost costs a subscriber its polling interval, nothing else.
/// </summary>
public sealed class Pulse
{
    internal const string Channel = "regentrack_events";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);
    private readonly NpgsqlDataSource _database;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _telling;

    internal Pulse(NpgsqlDataSource database) => _database = database;

    /// <summary>Whether other processes are told. Off for a program that only fills a database, such as a benchmark's floor.</summary>
    public bool TellsOthers { get; set; } = true;

    /// <summary>Completes at the next beat.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes this process at once and the others soon.</summary>
    public void Beat()
    {
        Wake();
        if (TellsOthers && Interlocked.Exchange(ref _telling, 1) == 0)
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
            await using var notify = _database.CreateCommand($"set local synchronous_commit = off; notify {Channel}");
            await notify.ExecuteNonQueryAsync();
        }
        catch (Exception lost) when (lost is NpgsqlException or ObjectDisposedException or TimeoutException)
        {
            // Subscribers poll as well.
        }
    }
}
