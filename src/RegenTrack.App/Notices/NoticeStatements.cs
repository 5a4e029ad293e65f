using Npgsql;
using NpgsqlTypes;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Notices;

namespace RegenTrack.App.Notices;

/// <summary>What following an event writes, in one transaction with the position: each change is counted once, and numbers have no gaps.</summary>
public static class NoticeStatements
{
    private const string Opening = """
        insert into notice_delivery (subscription) values ($1) on conflict (subscription) do update set attempts = 0, next_at = null, problem = null
        """;

    private const string Counting = """
        with counted as (
            update notice_delivery d set events = events + 1 from notice_subscription s
            where d.subscription = $1 and s.subscription = $1 and coalesce(d.barred < s.asked, true) returning d.events)
        insert into notice (subscription, number, seq, at, type, id, version) select $1, events, $2, $3, $4, $5, $6 from counted
        """;

    /// <summary>A subscription was asked for, or asked for anew: it is tried at once.</summary>
    public static NpgsqlBatchCommand Open(NoticeSubscriptionId subscription) => new(Opening) { Parameters = { new() { Value = subscription.Value } } };

    /// <summary>A change that a subscription is told of, under its next number.</summary>
    public static NpgsqlBatchCommand Count(NoticeSubscriptionId subscription, NoticedChange change) => new(Counting)
    {
        Parameters =
        {
            new() { Value = subscription.Value },
            new() { Value = change.Sequence },
            new() { Value = change.At.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            new() { Value = change.Type },
            new() { Value = change.Id },
            new() { Value = change.Version },
        },
    };

    /// <summary>A change came of which a subscription is not told any more, because its client may not be: it is to be ended, and counts nothing until it is asked for anew.</summary>
    /// <param name="version">At which the subscription stood.</param>
    public static NpgsqlBatchCommand Bar(NoticeSubscriptionId subscription, long version) =>
        new("update notice_delivery set barred = $2 where subscription = $1") { Parameters = { new() { Value = subscription.Value }, new() { Value = version } } };

    /// <summary>A subscription was withdrawn: its queue and its secrets go.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Forget(NoticeSubscriptionId subscription) =>
    [
        new("delete from notice where subscription = $1") { Parameters = { new() { Value = subscription.Value } } },
        new("delete from notice_delivery where subscription = $1") { Parameters = { new() { Value = subscription.Value } } },
        .. IdentityVault.Destroy(NoticeSecrets.Reference(subscription)),
    ];
}
