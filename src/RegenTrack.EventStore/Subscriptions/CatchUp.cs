namespace RegenTrack.EventStore.Subscriptions;

/// <summary>Waits until a subscription has seen what was written so far, for a reader who wants to see the effect of their own writing.</summary>
public static class CatchUp
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private const string Place = """
        select coalesce((select max(seq_id) from mt_events), 0), coalesce((select last_seq_id from mt_event_progression where name = $1), 0),
               exists (select from subscription_fault where name = $1)
        """;

    /// <returns>False when it has not caught up in time, or cannot because an event stopped it.</returns>
    public static async Task<bool> With(Store store, string name, TimeSpan atMost, CancellationToken cancellation)
    {
        var until = Environment.TickCount64 + (long)atMost.TotalMilliseconds;
        for (long? target = null; ; await Task.Delay(Pause, cancellation))
        {
            await using var batch = store.Database.CreateBatch();
            batch.BatchCommands.Add(Sql.Command(Place, name));
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            target ??= reader.GetInt64(0);
            if (reader.GetInt64(1) >= target)
            {
                return true;
            }

            if (reader.GetBoolean(2) || Environment.TickCount64 > until)
            {
                return false;
            }
        }
    }
}
