using Npgsql;

namespace RegenTrack.EventStore.Subscriptions;

/// <summary>Drives one subscription for as long as this process leads. An event that cannot be handled stops this subscription alone, at that event, until an operator retries or skips it.</summary>
internal sealed class SubscriptionRun(Store store, Subscription subscription, SubscriptionOptions options)
{
    private const string Place = """
        with found as (select last_seq_id from mt_event_progression where name = $1),
             made as (insert into mt_event_progression (name, last_seq_id) select $1, 0 where not exists (select from found) on conflict do nothing)
        select coalesce((select last_seq_id from found), 0), exists (select from subscription_fault where name = $1)
        """;

    private const string Advance = """
        with moved as (update mt_event_progression set last_seq_id = $3, last_updated = now() where name = $1 and last_seq_id = $2 returning name)
        select regentrack_moved($1) where not exists (select from moved)
        """;

    private const string Stop = """
        insert into subscription_fault (name, seq_id, event_type, error, attempts) values ($1, $2, $3, $4, $5)
        on conflict (name) do update set seq_id = excluded.seq_id, event_type = excluded.event_type, error = excluded.error, attempts = excluded.attempts, failed_at = now()
        """;

    public async Task Run(CancellationToken cancellation)
    {
        while (true)
        {
            var (position, stopped) = await Placed(cancellation);
            if (stopped)
            {
                await Wait(store.Pulse.Next, options.Polling, cancellation);
            }
            else
            {
                await Follow(new EventFeed(store.Database, position), cancellation);
            }
        }
    }

    /// <summary>Returns when the position is no longer its own to move, or when an event stopped it.</summary>
    private async Task Follow(EventFeed feed, CancellationToken cancellation)
    {
        while (true)
        {
            var pulse = store.Pulse.Next;
            var position = feed.Position;
            var rows = await feed.Read(subscription.BatchSize, cancellation);
            if (rows.Count == 0)
            {
                await Wait(pulse, feed.Waits ? options.AtGap : options.Polling, cancellation);
            }
            else if (!await Handled(rows, position, cancellation))
            {
                return;
            }

            // Also after some were handled: under a steady stream of appends there are always a few more.
            if (rows.Count < subscription.BatchSize && !feed.Waits)
            {
                await Task.Delay(subscription.Gathering, cancellation);
            }
        }
    }

    private async Task<bool> Handled(IReadOnlyList<EventRow> rows, long position, CancellationToken cancellation)
    {
        try
        {
            return await Commit(rows, position, cancellation);
        }
        catch (Exception trouble) when (IsTheEvents(trouble, cancellation))
        {
            // One by one, so that all before the event that fails are done and it is known which it is.
            foreach (var row in rows)
            {
                if (!await Insisted(row, position, cancellation))
                {
                    return false;
                }

                position = row.Sequence;
            }

            return true;
        }
    }

    private async Task<bool> Insisted(EventRow row, long position, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Commit([row], position, cancellation);
            }
            catch (Exception trouble) when (IsTheEvents(trouble, cancellation))
            {
                if (attempt == options.Attempts)
                {
                    // The message of an exception may carry what an event holds; its kind and place do not.
                    await store.Database.Execute(Stop, cancellation, subscription.Name, row.Sequence, row.Type, Trouble.Describe(trouble), attempt);
                    return false;
                }

                await Task.Delay(options.Backoff * attempt, cancellation);
            }
        }
    }

    private async Task<bool> Commit(IReadOnlyList<EventRow> rows, long position, CancellationToken cancellation)
    {
        var statements = await subscription.Handle(rows, cancellation);
        await using var batch = store.Database.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(Advance, subscription.Name, position, rows[^1].Sequence));
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException moved) when (moved.Conflict() is not null)
        {
            return false;
        }

        subscription.Committed();
        SubscriptionMeter.Handled.Add(rows.Count, new KeyValuePair<string, object?>("subscription", subscription.Name));
        return true;
    }

    private async Task<(long Position, bool Stopped)> Placed(CancellationToken cancellation)
    {
        await using var batch = store.Database.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(Place, subscription.Name));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetBoolean(1));
    }

    /// <summary>An outage is nobody's fault and passes; anything else is the event's, or the program's with this event, such as a handler that gave up waiting for something.</summary>
    private static bool IsTheEvents(Exception trouble, CancellationToken cancellation) => !cancellation.IsCancellationRequested
        && trouble is not (NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: IOException or TimeoutException })
        && trouble is PostgresException or not NpgsqlException;

    private static async Task Wait(Task pulse, TimeSpan atMost, CancellationToken cancellation) => await Task.WhenAny(pulse, Task.Delay(atMost, cancellation)).WaitAsync(cancellation);
}
