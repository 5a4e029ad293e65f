using MediatR;

namespace RegenTrack.App.Pipeline.Behaviours;

/// <summary>Conflict policy: commands declared commutative try a lost race again, each time with a fresh session; all others report it.</summary>
internal sealed class RetryLostRace<TCommand>(CommandRoute<TCommand> route) : IPipelineBehavior<Envelope<TCommand>, CommandOutcome>
    where TCommand : notnull
{
    private const int Attempts = 4;

    public async Task<CommandOutcome> Handle(Envelope<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<CommandOutcome> next)
    {
        var outcome = await next();
        for (var attempt = 1; route.Retries && attempt < Attempts && outcome is CommandOutcome.Conflict && request.ExpectedVersion is null; attempt++)
        {
            outcome = await next();
        }

        return outcome;
    }
}
