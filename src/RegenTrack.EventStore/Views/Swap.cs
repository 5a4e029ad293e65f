using Npgsql;

namespace RegenTrack.EventStore.Views;

/// <summary>A short moment in which no append is under way.</summary>
internal static class Swap
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs a transaction that no append overlaps. Gives way again and again: an append that waited for another append that waited for this one would be a deadlock.</summary>
    public static async Task Exclusively(NpgsqlConnection connection, Func<NpgsqlConnection, Task> work, CancellationToken cancellation)
    {
        while (true)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            try
            {
                await ViewRebuild.Execute(connection, "set local lock_timeout = '200ms'", cancellation);
                await ViewRebuild.Execute(connection, "lock table mt_events in share mode", cancellation);
                await work(connection);
                await transaction.CommitAsync(cancellation);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                await transaction.RollbackAsync(cancellation);
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
