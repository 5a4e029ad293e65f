using Npgsql;
using NpgsqlTypes;
using RegenTrack.Domain.Notices;

namespace RegenTrack.App.Notices;

/// <summary>What waits to be told, to whom, and how far it has come.</summary>
public sealed class NoticeQueue(NpgsqlDataSource database)
{
    private const string Following = """
        select s.subscription from notice_subscription s join notice_delivery d on d.subscription = s.subscription where s.state in ('Requested', 'Active', 'Failing') order by s.subscription
        """;

    private const string Wanting = """
        select s.subscription from notice_subscription s join notice_delivery d on d.subscription = s.subscription
        where (s.state in ('Requested', 'Active', 'Failing') and (s.ends <= $1 or d.barred >= s.asked))
           or (s.state in ('Requested', 'Active') and coalesce(d.next_at, '-infinity') <= $1
               and (s.state = 'Requested' or d.events > d.sent or d.last_sent + make_interval(secs => s.heartbeat) <= $1))
        """;

    private const string Standing = """
        select d.events, d.sent, d.attempts, d.last_sent, d.problem, coalesce(d.barred >= s.asked, false)
        from notice_delivery d left join notice_subscription s on s.subscription = d.subscription where d.subscription = $1
        """;

    private const string Queued = "select number, at, type, id, version from notice where subscription = $1 and number between $2 and $3 order by number limit $4";

    /// <summary>Subscriptions for which changes are counted.</summary>
    public Task<IReadOnlyList<string>> Followed(CancellationToken cancellation) => Texts(database.CreateCommand(Following), cancellation);

    /// <summary>Subscriptions that something is to be done for at an instant.</summary>
    public Task<IReadOnlyList<string>> Due(DateTimeOffset now, CancellationToken cancellation) => Texts(Command(Wanting, At(now)), cancellation);

    /// <summary>How far a subscription is; at the very beginning when its request has not been followed yet.</summary>
    public async Task<NoticeProgress> Progress(NoticeSubscriptionId subscription, CancellationToken cancellation)
    {
        await using var command = Command(Standing, Id(subscription));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new NoticeProgress(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : new DateTimeOffset(reader.GetDateTime(3), TimeSpan.Zero), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetBoolean(5))
            : new NoticeProgress(0, 0, 0, null, null, false);
    }

    /// <summary>Changes by their numbers, both included.</summary>
    public async Task<IReadOnlyList<QueuedNotice>> Between(NoticeSubscriptionId subscription, long first, long last, int limit, CancellationToken cancellation)
    {
        await using var command = Command(Queued, Id(subscription), new() { Value = first }, new() { Value = last }, new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var notices = new List<QueuedNotice>();
        while (await reader.ReadAsync(cancellation))
            notices.Add(new(reader.GetInt64(0), new DateTimeOffset(reader.GetDateTime(1), TimeSpan.Zero), reader.GetString(2), reader.GetString(3), reader.GetInt64(4)));
        return notices;
    }

    /// <summary>The endpoint took a message.</summary>
    /// <param name="upTo">The last number in it; null for a sign of life.</param>
    public Task Taken(NoticeSubscriptionId subscription, long? upTo, DateTimeOffset now, CancellationToken cancellation) => Execute(
        "update notice_delivery set sent = greatest(sent, $2), attempts = 0, next_at = null, problem = null, last_sent = $3 where subscription = $1",
        cancellation, Id(subscription), new() { Value = upTo ?? 0 }, At(now));

    /// <summary>The endpoint did not take a message.</summary>
    /// <param name="attempts">How often it has failed by now.</param>
    /// <param name="next">When it is tried again; null when it is given up.</param>
    public Task Missed(NoticeSubscriptionId subscription, int attempts, DateTimeOffset? next, string problem, CancellationToken cancellation) => Execute(
        "update notice_delivery set attempts = $2, next_at = $3, problem = $4 where subscription = $1",
        cancellation, Id(subscription), new() { Value = attempts }, At(next), new() { Value = problem });

    /// <summary>Deletes changes that were recorded before an instant; how many.</summary>
    public async Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var command = Command("delete from notice where at < $1", At(before));
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task Execute(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<IReadOnlyList<string>> Texts(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var texts = new List<string>();
            while (await reader.ReadAsync(cancellation))
                texts.Add(reader.GetString(0));
            return texts;
        }
    }

    private NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter Id(NoticeSubscriptionId subscription) => new() { Value = subscription.Value };

    private static NpgsqlParameter At(DateTimeOffset? instant) => new() { Value = (object?)instant?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}

/// <summary>How far the delivery to a subscription is.</summary>
/// <param name="Events">The number of the last change that was counted.</param>
/// <param name="Sent">The number of the last change that the endpoint took.</param>
/// <param name="Attempts">Failures since then.</param>
/// <param name="LastSent">When the endpoint last took a message, UTC.</param>
/// <param name="Problem">Kind of the last failure; null when the last message was taken.</param>
/// <param name="IsBarred">Whether a change came of which it may not be told, since it was asked for.</param>
public sealed record NoticeProgress(long Events, long Sent, int Attempts, DateTimeOffset? LastSent, string? Problem, bool IsBarred);

/// <summary>A change under its number.</summary>
public sealed record QueuedNotice(long Number, DateTimeOffset At, string Type, string Id, long Version);
