using System.Collections.Concurrent;
using RegenTrack.Interop.Server.Access;

namespace RegenTrack.Tests.Fhir;

/// <summary>Keeps accesses in memory, for a server without a database.</summary>
internal sealed class KeptAccesses : IAccessLog
{
    public ConcurrentQueue<AccessRecord> All { get; } = new();

    public Task Keep(AccessRecord access)
    {
        All.Enqueue(access);
        return Task.CompletedTask;
    }
}
