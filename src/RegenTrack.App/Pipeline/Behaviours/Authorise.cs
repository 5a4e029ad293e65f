using MediatR;

namespace RegenTrack.App.Pipeline.Behaviours;

/// <summary>The permission declared on the command. The relation to the stream is asked once the stream is loaded, and answers alike.</summary>
internal sealed class Authorise<TCommand>(CommandRoute<TCommand> route) : IPipelineBehavior<Envelope<TCommand>, CommandOutcome>
    where TCommand : notnull
{
    public Task<CommandOutcome> Handle(Envelope<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<CommandOutcome> next) =>
        request.Actor.Role.Holds(route.Permission) ? next() : Task.FromResult<CommandOutcome>(new CommandOutcome.Absent());
}
