using MediatR;
using Microsoft.Extensions.Options;
using RegenTrack.App.Notices;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Notices;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Notices.Delivery;

/// <summary>Does for one subscription whatever is due: the handshake, changes in their order, a heartbeat; and says so when it can go no further.</summary>
internal sealed class NoticeRun(
    Store store, NoticeQueue queue, NoticeSecrets secrets, NoticeScope scope, NoticeContents contents, NoticeSender sender, NoticeBackoff backoff, IMediator mediator, IAccessLog accesses,
    IOptions<NoticeOptions> options, TimeProvider time)
{
    private static readonly Actor Deliverer = new("notices", Role.System);

    public async Task Do(NoticeSubscriptionId id, CancellationToken cancellation)
    {
        while (true)
        {
            var (subscription, version) = await store.Reader.State(NoticeStream.Type, id.Value, cancellation);
            if (subscription.State is not (NoticeState.Requested or NoticeState.Active or NoticeState.Failing))
                return;
            var allowed = NoticeTopic.Find(subscription.Wish!.Topic) is { } topic ? await scope.Now(subscription, topic, cancellation) : ScopeAnswer.Forbidden;
            var progress = await queue.Progress(id, cancellation);
            var isRefused = !allowed.Allowed || progress.IsBarred;
            if (isRefused || subscription.Wish.End <= time.GetUtcNow())
            {
                await Send(new EndNotices(id, isRefused ? NoticeEnding.NoLongerAllowed : NoticeEnding.Expired), $"{id.Value}/{version}/end", version, cancellation);
                return;
            }

            if (subscription.State == NoticeState.Failing || !await Next(subscription, version, allowed, progress, cancellation))
                return;
        }
    }

    /// <summary>Sends one message; false when nothing is due, or when it was not taken.</summary>
    private async Task<bool> Next(NoticeSubscription subscription, long version, ScopeAnswer allowed, NoticeProgress progress, CancellationToken cancellation)
    {
        var (id, wish) = (subscription.Id, subscription.Wish!);
        if (subscription.State == NoticeState.Requested)
        {
            if (!await Post(subscription, version, progress, "handshake", [], cancellation))
                return false;
            await Send(new ConfirmNotices(id), $"{id.Value}/{version}/confirm", version, cancellation);
            return true;
        }

        if (progress.Events > progress.Sent)
        {
            var waiting = await queue.Between(id, progress.Sent + 1, progress.Events, wish.MaxCount ?? options.Value.MaxCount, cancellation);
            if (waiting.Count > 0)
                return await Post(subscription, version, progress, "event-notification", await contents.Of(subscription, waiting, wish.Content, allowed, cancellation), cancellation);
            // They were kept as long as changes are kept.
            await queue.Taken(id, progress.Events, progress.LastSent ?? time.GetUtcNow(), cancellation);
            return true;
        }

        return wish.HeartbeatSeconds is { } heartbeat && progress.LastSent?.AddSeconds(heartbeat) <= time.GetUtcNow() && await Post(subscription, version, progress, "heartbeat", [], cancellation);
    }

    private async Task<bool> Post(
        NoticeSubscription subscription, long version, NoticeProgress progress, string kind, IReadOnlyList<ToldNotice> told, CancellationToken cancellation)
    {
        var (id, wish) = (subscription.Id, subscription.Wish!);
        var body = new NoticeBundle(subscription, progress.Events, subscription.Server).Write(kind, wish.Content, told).ToFhir();
        // As an answer does, a message that shows people leaves its record before it leaves.
        if (NoticeContents.Subjects(told) is { Count: > 0 } subjects)
            await accesses.Keep(new AccessRecord(time.GetUtcNow(), subscription.Client, subscription.Institution.Value, "operation", NoticeNames.Type, id.Value, subjects, 200, [], $"notice-{told[0].Notice.Number}", null));
        var headers = wish.Headers.Count == 0 ? [] : await secrets.Of(id, cancellation);
        if (await sender.Send(wish, headers, body, cancellation) is not { } problem)
        {
            await queue.Taken(id, told.Count > 0 ? told[^1].Notice.Number : null, time.GetUtcNow(), cancellation);
            NoticeMeter.Sent.Add(1, new KeyValuePair<string, object?>("kind", kind));
            return true;
        }

        NoticeMeter.Missed.Add(1, new KeyValuePair<string, object?>("problem", problem));
        var attempts = progress.Attempts + 1;
        if (attempts >= options.Value.Attempts)
        {
            await Send(new FailNotices(id, problem), $"{id.Value}/{version}/fail", version, cancellation);
            await queue.Missed(id, 0, null, problem, cancellation);
            NoticeMeter.GivenUp.Add(1);
        }
        else
        {
            await queue.Missed(id, attempts, time.GetUtcNow() + backoff.After(attempts), problem, cancellation);
        }

        return false;
    }

    // Whatever the hospital changed meanwhile stands: then this is about what is no longer so, and ends in a conflict.
    private Task<CommandOutcome> Send<TCommand>(TCommand command, string commandId, long version, CancellationToken cancellation)
        where TCommand : notnull => mediator.Send(new Envelope<TCommand>(command, Deliverer, commandId) { ExpectedVersion = version }, cancellation);
}
