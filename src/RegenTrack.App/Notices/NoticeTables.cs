using RegenTrack.EventStore.Schema;

namespace RegenTrack.App.Notices;

/// <summary>How far the delivery of notices is. No fact of the domain: what changed is in the events, and this only counts it for each subscription.</summary>
internal static class NoticeTables
{
    // A row of notice_delivery begins when the event that asked for notices has been followed: changes before it in the order of the store are none of the subscription's.
    internal static readonly IReadOnlyList<Migration> Steps =
    [
        new("app/007-notices", """
            create table notice_delivery (
                subscription text primary key, events bigint not null default 0, sent bigint not null default 0, attempts int not null default 0,
                next_at timestamptz null, last_sent timestamptz null, problem text null);
            create table notice (
                subscription text not null, number bigint not null, seq bigint not null, at timestamptz not null,
                type text not null, id text not null, version bigint not null, primary key (subscription, number), unique (subscription, seq, type, id));
            create index notice_at on notice (at);
            """),

        // The version at which a subscription stood when a change came of which its client may not be told any more. What is asked for after it is none of its business.
        new("app/009-notices-barred", "alter table notice_delivery add column barred bigint null"),
    ];
}
