using System.Text.Json;
using Npgsql;
using RegenTrack.App.Notices;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Notices;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Notices;

/// <summary>Follows the events and counts, for each subscription, the changes that it is told of. Numbers and position are committed together, so that none is lost and none is counted twice. One that its client may not be told of any more ends it: no change is passed over in silence.</summary>
internal sealed class NoticeFeed(Store store, NoticeQueue queue, NoticeScope scope, NoticeSignal signal, IEnumerable<IStreamRendering> renderings, TimeProvider time) : Subscription(Position)
{
    public const string Position = "notices";

    private readonly string[] _types = [.. NoticeTopic.All.Select(topic => topic.Type).Distinct()];
    private readonly HashSet<string> _stored = [.. renderings.SelectMany(rendering => rendering.Types)];
    private readonly string[] _streams = [.. renderings.Where(rendering => rendering.Types.Any(type => NoticeTopic.All.Any(topic => topic.Type == type))).Select(rendering => rendering.Alias + ':')];

    public override async Task<IReadOnlyList<NpgsqlBatchCommand>> Handle(IReadOnlyList<EventRow> events, CancellationToken cancellation)
    {
        var statements = new List<NpgsqlBatchCommand>();
        var known = (await queue.Followed(cancellation)).ToDictionary(id => id, _ => 0L);
        foreach (var stored in events.Where(row => row.StreamKey.StartsWith(NoticeStream.Type.Alias + ':', StringComparison.Ordinal)).Select(row => row.Interpret(store.Streams)).OfType<StoredEvent>())
        {
            if (stored.Data is NoticesRequested asked)
            {
                statements.Add(NoticeStatements.Open(asked.Subscription));
                known.TryAdd(asked.Subscription.Value, stored.Sequence);
            }
            else if (stored.Data is NoticesWithdrawn withdrawn)
            {
                statements.AddRange(NoticeStatements.Forget(withdrawn.Subscription));
                known.Remove(withdrawn.Subscription.Value);
            }
        }

        if (known.Count > 0)
            await Count([.. events.Where(IsShown)], known, statements, cancellation);
        return statements;
    }

    public override void Committed() => signal.Wake();

    private bool IsShown(EventRow row) => Array.Exists(_streams, alias => row.StreamKey.StartsWith(alias, StringComparison.Ordinal));

    private async Task Count(IReadOnlyList<EventRow> events, Dictionary<string, long> known, List<NpgsqlBatchCommand> statements, CancellationToken cancellation)
    {
        var changes = events.Count == 0 ? [] : await NoticedChange.Of(store.Database, events, _types, cancellation);
        if (changes.Count == 0)
            return;
        var subscriptions = (await store.OpenSession().LoadAll(NoticeStream.Type, [.. known.Keys], cancellation))
            .Where(one => one.State.State is NoticeState.Requested or NoticeState.Active or NoticeState.Failing).ToList();
        foreach (var change in changes.Where(change => change.Body is not null))
        {
            var (now, before) = (JsonElement.Parse(change.Body!), change.Before is { } was ? JsonElement.Parse(was) : (JsonElement?)null);
            foreach (var topic in NoticeTopic.All.Where(topic => topic.Type == change.Type && topic.Triggers(before, now)))
            {
                foreach (var (subscription, version) in subscriptions.Where(one => one.State.Wish!.Topic == topic.Url && known[one.State.Id.Value] < change.Sequence).Select(one => (one.State, one.Version)))
                {
                    if (!IsWanted(subscription, topic, change, now))
                        continue;
                    if (NoticeScope.Shows(await scope.Now(subscription, topic, cancellation), now))
                        statements.Add(NoticeStatements.Count(subscription.Id, change));
                    else
                        statements.Add(NoticeStatements.Bar(subscription.Id, version));
                }
            }
        }
    }

    private bool IsWanted(NoticeSubscription subscription, NoticeTopic topic, NoticedChange change, JsonElement resource) =>
        (change.Institution.Length == 0 || change.Institution == subscription.Institution.Value)
        && NoticeFilter.Fits(subscription.Wish!.Filters, topic, change, resource, new SearchSetting(subscription.Server, time.GetUtcNow(), _stored.Contains))
        && NoticeScope.Shows(NoticeScope.Asked(subscription, topic), resource);
}
