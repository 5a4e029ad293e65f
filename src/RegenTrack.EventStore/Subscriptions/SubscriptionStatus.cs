using Npgsql;

namespace RegenTrack.EventStore.Subscriptions;

/// <summary>Where a subscription stands.</summary>
/// <param name="Position">Sequence of the last event handled.</param>
/// <param name="Newest">Sequence of the newest event of the store.</param>
/// <param name="Fault">The event that stopped it; null while it runs.</param>
public sealed record SubscriptionStatus(string Name, long Position, long Newest, SubscriptionFault? Fault)
{
    private const string Query = """
        select p.name, coalesce(p.last_seq_id, 0), coalesce((select max(seq_id) from mt_events), 0), f.seq_id, f.event_type, f.error, f.attempts, f.failed_at
        from mt_event_progression p left join subscription_fault f on f.name = p.name order by p.name
        """;

    public static async Task<IReadOnlyList<SubscriptionStatus>> All(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Query));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var all = new List<SubscriptionStatus>();
        while (await reader.ReadAsync(cancellation))
        {
            var fault = reader.IsDBNull(3) ? null
                : new SubscriptionFault(reader.GetInt64(3), reader.GetString(4), reader.GetString(5), reader.GetInt32(6), reader.GetFieldValue<DateTimeOffset>(7));
            all.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), fault));
        }

        return all;
    }

    internal static async Task Measure(NpgsqlDataSource database, CancellationToken cancellation)
    {
        foreach (var status in await All(database, cancellation))
        {
            var name = new KeyValuePair<string, object?>("subscription", status.Name);
            SubscriptionMeter.Behind.Record(status.Newest - status.Position, name);
            SubscriptionMeter.Stopped.Record(status.Fault is null ? 0 : 1, name);
        }
    }
}

/// <summary>An event that a subscription could not handle.</summary>
/// <param name="Error">Kind of the trouble and where it came from, never what the event holds.</param>
public sealed record SubscriptionFault(long Sequence, string EventType, string Error, int Attempts, DateTimeOffset FailedAt);
