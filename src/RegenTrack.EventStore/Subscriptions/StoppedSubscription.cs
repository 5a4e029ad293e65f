namespace RegenTrack.EventStore.Subscriptions;

/// <summary>What an operator can do about a subscription that an event stopped.</summary>
public static class StoppedSubscription
{
    private const string Skipping = """
        with fault as (delete from subscription_fault where name = $1 and seq_id = $2 returning *),
             noted as (insert into subscription_skip (name, seq_id, event_type, error, reason, skipped_by) select name, seq_id, event_type, error, $3, $4 from fault)
        update mt_event_progression set last_seq_id = $2, last_updated = now() where name = $1 and exists (select from fault)
        """;

    /// <summary>Tries the event again, after its cause was mended.</summary>
    /// <returns>False when the subscription was not stopped at that event.</returns>
    public static Task<bool> Retry(Store store, string name, long sequence, CancellationToken cancellation) =>
        Done(store, "delete from subscription_fault where name = $1 and seq_id = $2", cancellation, name, sequence);

    /// <summary>Goes on behind the event; who did so and why is kept.</summary>
    /// <returns>False when the subscription was not stopped at that event.</returns>
    public static Task<bool> Skip(Store store, string name, long sequence, string reason, string by, CancellationToken cancellation) =>
        Done(store, Skipping, cancellation, name, sequence, reason, by);

    private static async Task<bool> Done(Store store, string sql, CancellationToken cancellation, params object?[] parameters)
    {
        var done = await store.Database.Execute(sql, cancellation, parameters) > 0;
        store.Pulse.Beat();
        return done;
    }
}
