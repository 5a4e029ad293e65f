using Npgsql;

namespace RegenTrack.EventStore.Subscriptions;

/// <summary>Runs all subscriptions in one process of many: whoever holds the lock leads, and another takes over when its connection is gone.</summary>
public sealed class SubscriptionHost(Store store, IReadOnlyList<Subscription> subscriptions, SubscriptionOptions options)
{
    private const long Leadership = 0x5265_6765_6E54_0002;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Whether this process runs the subscriptions at the moment.</summary>
    public bool Leads { get; private set; }

    public IReadOnlyList<Subscription> Subscriptions { get; } = subscriptions;

    /// <summary>Waits for leadership and leads, again and again, until cancelled. An outage of the database only costs the leadership.</summary>
    /// <param name="onOutage">Told of each trouble that ended a term.</param>
    public async Task Run(Action<Exception> onOutage, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await Term(cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception outage) when (outage is NpgsqlException or TimeoutException or IOException)
            {
                onOutage(outage);
            }

            await Task.Delay(options.Succession, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Term(CancellationToken cancellation)
    {
        await using var connection = await store.Database.OpenConnectionAsync(cancellation);
        if (!await Try(connection, cancellation))
        {
            return;
        }

        using var term = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        connection.Notification += (_, _) => store.Pulse.Wake();
        var runs = Subscriptions.Select(subscription => new SubscriptionRun(store, subscription, options).Run(term.Token)).Append(Listen(connection, term.Token)).ToList();
        Leads = true;
        try
        {
            await await Task.WhenAny(runs);
        }
        finally
        {
            Leads = false;
            await term.CancelAsync();
            await Task.WhenAll(runs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Release(connection);
        }
    }

    private async Task Listen(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await Execute(connection, $"listen {Pulse.Channel}", cancellation);
        while (true)
        {
            if (!await connection.WaitAsync(Heartbeat, cancellation))
            {
                await Execute(connection, "select 1", cancellation);
                await SubscriptionStatus.Measure(store.Database, cancellation);
            }
        }
    }

    private static async Task<bool> Try(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = Leadership } } };
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task Release(NpgsqlConnection connection)
    {
        if (connection.FullState.HasFlag(System.Data.ConnectionState.Open) && !connection.FullState.HasFlag(System.Data.ConnectionState.Broken))
        {
            try
            {
                await Execute(connection, "unlisten *; select pg_advisory_unlock_all()", CancellationToken.None);
            }
            catch (NpgsqlException)
            {
                // The server lets go by itself when the connection ends.
            }
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
