using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Safety;

namespace RegenTrack.App.Safety;

/// <summary>One adverse event as its own institution may read it.</summary>
public sealed record GetAdverseEvent(Actor Actor, string AdverseEvent) : IQuery<AdverseEventRecord>
{
    public static async Task<AdverseEventRecord?> Answer(GetAdverseEvent query, QueryContext context, CancellationToken cancellation)
    {
        var (state, version) = await context.Events.State(AdverseEventStream.Type, query.AdverseEvent, cancellation);
        return state.Exists && state.IsSeenBy(query.Actor) ? new AdverseEventRecord(state, version) : null;
    }
}

/// <summary>An event with its version.</summary>
public sealed record AdverseEventRecord(AdverseEvent Event, long Version);
