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
        with counted as (update notice_delivery set events = events + 1 where subscription = $1 returning events)
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

    /// <summary>A subscription was withdrawn: its queue and its secrets go.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Forget(NoticeSubscriptionId subscription) =>
    [
        new("delete from notice where subscription = $1") { Parameters = { new() { Value = subscription.Value } } },
        new("delete from notice_delivery where subscription = $1") { Parameters = { new() { Value = subscription.Value } } },
        .. IdentityVault.Destroy(NoticeSecrets.Reference(subscription)),
    ];
}
