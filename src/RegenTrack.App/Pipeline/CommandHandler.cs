using MediatR;
using Npgsql;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.App.Pipeline;

/// <summary>The one handler of every command: load, gather facts, decide, queue the events for the unit of work.</summary>
internal sealed class CommandHandler<TState, TEvent, TCommand, TFacts>(
    StreamType<TState, TEvent> stream,
    Func<TCommand, string> streamId,
    Func<TCommand, FactReader, CancellationToken, Task<TFacts>> gather,
    Func<TState, TCommand, TFacts, Circumstances, Outcome<TEvent>> decide,
    NpgsqlDataSource database,
    HolidayTable holidays,
    TimeProvider time) : IRequestHandler<Envelope<TCommand>, CommandOutcome>
    where TCommand : notnull
    where TEvent : notnull
{
    public async Task<CommandOutcome> Handle(Envelope<TCommand> request, CancellationToken cancellationToken)
    {
        var session = request.Session!;
        var loaded = await session.Load(stream, streamId(request.Command), cancellationToken);
        if (loaded.Version > 0 && !stream.IsVisible(request.Actor, loaded.State))
        {
            return new CommandOutcome.Absent();
        }

        if (request.ExpectedVersion is { } expected && expected != loaded.Version)
        {
            return new CommandOutcome.Conflict(loaded.Version);
        }

        var facts = await gather(request.Command, new FactReader(session, database, request.Actor, request.Files), cancellationToken);
        var now = time.GetUtcNow();
        var outcome = decide(loaded.State, request.Command, facts, new Circumstances(request.Actor, now, request.ObservedAt ?? now, holidays));
        if (outcome.IsRefused)
        {
            return new CommandOutcome.Refused(outcome.Refusals);
        }

        if (outcome.Events.Count > 0)
        {
            session.Append(stream, loaded, [.. outcome.Events.Cast<object>()]);
        }

        return new CommandOutcome.Accepted(loaded.Key, loaded.Version + outcome.Events.Count);
    }
}
