using Npgsql;

namespace RegenTrack.EventStore.Subscriptions;

/// <summary>Runs all subscriptions in one process of many: whoever holds the lock leads, and another takes over when its connection is gone.</summary>
/// <param name="works">What else the leading process does.</param>
public sealed class SubscriptionHost(Store store, IReadOnlyList<Subscription> subscriptions, SubscriptionOptions options, IReadOnlyList<ILeaderWork>? works = null)
{
    private const long Leadership = 0x5265_6765_6E54_0002;
    private const int MostDoublings = 6;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Whether this process runs the subscriptions at the moment.</summary>
    public bool Leads { get; private set; }

    /// <summary>Kind and place of what ended the last term; null once a term has gone well for a while, or another process leads.</summary>
    public string? Interruption { get; private set; }

    public IReadOnlyList<Subscription> Subscriptions { get; } = subscriptions;

    /// <summary>Waits for leadership and leads, again and again, until cancelled. An outage of the database only costs the leadership; so does a fault of the program, after which the wait grows.</summary>
    /// <param name="onTrouble">Told of each trouble that ended a term: its kind and place.</param>
    public async Task Run(Action<string> onTrouble, CancellationToken cancellation)
    {
        for (var faults = 0; !cancellation.IsCancellationRequested;)
        {
            try
            {
                await Term(cancellation);
                faults = 0;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                var isOutage = trouble is NpgsqlException or TimeoutException or IOException;
                faults = isOutage || Interruption is null ? 0 : Math.Min(faults + 1, MostDoublings);
                Interruption = Trouble.Describe(trouble);
                onTrouble(Interruption);
            }

            await Task.Delay(options.Succession * (1 << faults), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Term(CancellationToken cancellation)
    {
        await using var connection = await store.Database.OpenConnectionAsync(cancellation);
        if (!await Try(connection, cancellation))
        {
            Interruption = null;
            return;
        }

        using var term = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        connection.Notification += (_, _) => store.Pulse.Wake();
        var runs = Subscriptions.Select(subscription => new SubscriptionRun(store, subscription, options).Run(term.Token)).Append(Listen(connection, term.Token))
            .Concat((works ?? []).Select(work => work.Run(term.Token))).ToList();
        Leads = store.Pulse.Leads = true;
        try
        {
            await await Task.WhenAny(runs);
        }
        finally
        {
            Leads = store.Pulse.Leads = false;
            await term.CancelAsync();
            await Task.WhenAll(runs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Release(connection);
        }
    }

    private async Task Listen(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var since = Environment.TickCount64;
        await Execute(connection, $"listen {Pulse.Channel}", cancellation);
        while (true)
        {
            if (Environment.TickCount64 - since > Heartbeat.TotalMilliseconds)
            {
                Interruption = null;
            }

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
                // The server lets go by itself when the connection ends, and so it has to end.
                NpgsqlConnection.ClearPool(connection);
            }
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
