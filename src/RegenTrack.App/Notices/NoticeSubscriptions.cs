using RegenTrack.Domain.Notices;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Notices;

/// <summary>The subscriptions that there are, for whoever has to see at once which of them want something.</summary>
public sealed class NoticeSubscriptions : TableView
{
    public override string Name => "notice_subscription";

    public override string Columns =>
        "subscription text primary key, institution text not null, client text not null, topic text not null, state text not null, ends timestamptz not null, heartbeat int, problem text, asked bigint not null";

    public override IReadOnlyList<string> Indexes => ["(institution)", "(state)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case NoticesRequested e:
                write.Execute(
                    "insert into {table} values ($1, $2, $3, $4, $5, $6, $7, null, $8) on conflict (subscription) do update set client = $3, topic = $4, state = $5, ends = $6, heartbeat = $7, problem = null, asked = $8",
                    e.Subscription.Value, e.Institution.Value, e.Client, e.Wish.Topic, nameof(NoticeState.Requested), e.Wish.End, e.Wish.HeartbeatSeconds, stored.Version);
                break;
            case NoticesConfirmed e:
                write.Execute("update {table} set state = $2, problem = null where subscription = $1", e.Subscription.Value, nameof(NoticeState.Active));
                break;
            case NoticesFailed e:
                write.Execute("update {table} set state = $2, problem = $3 where subscription = $1", e.Subscription.Value, nameof(NoticeState.Failing), e.Problem);
                break;
            case NoticesEnded e:
                write.Execute("update {table} set state = $2 where subscription = $1", e.Subscription.Value, nameof(NoticeState.Off));
                break;
            case NoticesWithdrawn e:
                write.Execute("delete from {table} where subscription = $1", e.Subscription.Value);
                break;
        }
    }
}
