using MediatR;
using Npgsql;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.App.Pipeline;

/// <summary>
/// What a context does about events: it sends commands of its own, at least once each, under command ids that follow from the event; their receipts make that once in effect.
/// A command that is not accepted stops the reaction at that event.
/// </summary>
public sealed class Reaction(string name, Store store, IMediator mediator, ReactionAnswer answer) : Subscription(NameOf(name))
{
    private readonly Actor _actor = new(NameOf(name), Role.System);

    public static string NameOf(string reaction) => $"reaction:{reaction}";

    public override async Task<IReadOnlyList<NpgsqlBatchCommand>> Handle(IReadOnlyList<EventRow> events, CancellationToken cancellation)
    {
        foreach (var row in events)
        {
            if (row.Interpret(store.Streams) is { } stored)
            {
                foreach (var command in await answer(stored, store.Reader, cancellation))
                {
                    await Send(command, stored, cancellation);
                }
            }
        }

        return [];
    }

    private async Task Send(ReactionCommand command, StoredEvent cause, CancellationToken cancellation)
    {
        var causation = $"{cause.StreamKey}/{cause.Version}";
        var outcome = await command.Send(mediator, _actor, $"{causation}/{command.Target}", cause.Metadata.CorrelationId, causation, cancellation);
        switch (outcome)
        {
            case CommandOutcome.Refused refused:
                throw new EventRefusedException(refused.Refusals[0].Code);
            case CommandOutcome.Invalid invalid:
                throw new EventRefusedException(invalid.Refusals[0].Code);
            case CommandOutcome.Absent or CommandOutcome.Conflict:
                throw new EventRefusedException(outcome.GetType().Name.ToLowerInvariant());
        }
    }
}

/// <summary>The commands that follow from an event; none when it is of no concern.</summary>
public delegate Task<IReadOnlyList<ReactionCommand>> ReactionAnswer(StoredEvent stored, EventReader events, CancellationToken cancellation);

/// <summary>A command that follows from an event.</summary>
/// <param name="Target">Tells it from the other commands that follow from the same event.</param>
public abstract record ReactionCommand(string Target)
{
    public static ReactionCommand Of<TCommand>(string target, TCommand command)
        where TCommand : notnull => new Typed<TCommand>(target, command);

    internal abstract Task<CommandOutcome> Send(IMediator mediator, Actor actor, string commandId, string? correlation, string causation, CancellationToken cancellation);

    private sealed record Typed<TCommand>(string Target, TCommand Command) : ReactionCommand(Target)
        where TCommand : notnull
    {
        internal override Task<CommandOutcome> Send(IMediator mediator, Actor actor, string commandId, string? correlation, string causation, CancellationToken cancellation) =>
            mediator.Send(new Envelope<TCommand>(Command, actor, commandId) { CorrelationId = correlation, CausationId = causation }, cancellation);
    }
}
