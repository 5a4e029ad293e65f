using System.Diagnostics;
using MediatR;

namespace RegenTrack.App.Pipeline.Behaviours;

internal sealed class Trace<TCommand>(CommandRoute<TCommand> route) : IPipelineBehavior<Envelope<TCommand>, CommandOutcome>
    where TCommand : notnull
{
    public async Task<CommandOutcome> Handle(Envelope<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<CommandOutcome> next)
    {
        using var activity = Telemetry.Source.StartActivity(route.Name);
        var started = Stopwatch.GetTimestamp();
        var outcome = await next();
        activity?.SetTag("outcome", outcome.GetType().Name);
        Telemetry.Duration.Record(
            Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            new KeyValuePair<string, object?>("command", route.Name),
            new KeyValuePair<string, object?>("outcome", outcome.GetType().Name));
        return outcome;
    }
}
