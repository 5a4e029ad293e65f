using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox;
using RegenTrack.EventStore;

namespace RegenTrack.App.Sandbox;

/// <summary>One grant with its history.</summary>
public sealed record GetGrant(Actor Actor, string Grant) : IQuery<GrantDetail>
{
    public static async Task<GrantDetail?> Answer(GetGrant query, QueryContext context, CancellationToken cancellation)
    {
        var (grant, version) = await context.Events.State(GrantStream.Type, query.Grant, cancellation);
        return grant.Exists
            ? new GrantDetail(grant, version, await context.Events.Read(GrantStream.Type.Alias, query.Grant, cancellation), context.Today)
            : null;
    }
}

/// <summary>A grant as it stands, and its events in order.</summary>
public sealed record GrantDetail(Grant Grant, long Version, IReadOnlyList<StoredEvent> History, DateOnly Today);
