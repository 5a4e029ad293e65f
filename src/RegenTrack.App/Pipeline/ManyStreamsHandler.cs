using MediatR;
using Npgsql;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.App.Pipeline;

/// <summary>The handler of a command that is several decisions of one kind, each on a stream of its own: all of them or none.</summary>
internal sealed class ManyStreamsHandler<TState, TEvent, TCommand, TPart, TFacts>(
    StreamType<TState, TEvent> stream,
    PartsOf<TCommand, TPart> parts,
    Func<TCommand, FactReader, CancellationToken, Task<TFacts>> gather,
    Func<TState, TPart, TFacts, Circumstances, Outcome<TEvent>> decide,
    NpgsqlDataSource database,
    HolidayTable holidays,
    TimeProvider time) : IRequestHandler<Envelope<TCommand>, CommandOutcome>
    where TCommand : notnull
    where TEvent : notnull
{
    public async Task<CommandOutcome> Handle(Envelope<TCommand> request, CancellationToken cancellationToken)
    {
        var (session, now) = (request.Session!, time.GetUtcNow());
        var at = new Circumstances(request.Actor, now, request.ObservedAt ?? now, holidays);
        var all = parts.All(request.Command);
        var loaded = await session.LoadAll(stream, [.. all.Select(parts.StreamId)], cancellationToken);
        var facts = await gather(request.Command, new FactReader(session, database, request.Actor, request.Files), cancellationToken);
        var refusals = new List<Refusal>();
        foreach (var (part, found) in all.Zip(loaded))
        {
            if (found.Version > 0 && !stream.IsVisible(request.Actor, found.State))
            {
                return new CommandOutcome.Absent();
            }

            if (parts.Expected(part) is { } expected && expected != found.Version)
            {
                return new CommandOutcome.Conflict(found.Version);
            }

            var outcome = decide(found.State, part, facts, at);
            refusals.AddRange(outcome.Refusals);
            if (outcome.Events.Count > 0)
            {
                session.Append(stream, found, [.. outcome.Events.Cast<object>()]);
            }
        }

        return refusals.Count > 0 ? new CommandOutcome.Refused(refusals) : new CommandOutcome.Accepted(loaded[0].Key, loaded[0].Version);
    }
}

/// <summary>What a command on several streams consists of: at least one part, and no two on one stream.</summary>
/// <param name="Expected">The version of its stream that a part saw; null for whatever is there.</param>
public sealed record PartsOf<TCommand, TPart>(Func<TCommand, IReadOnlyList<TPart>> All, Func<TPart, string> StreamId, Func<TPart, long?> Expected);
