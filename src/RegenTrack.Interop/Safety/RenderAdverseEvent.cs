using System.Text.Json.Nodes;
using RegenTrack.App.Safety;
using RegenTrack.Domain.Safety;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Safety;

/// <summary>An adverse event with its latest assessment.</summary>
internal sealed class RenderAdverseEvent() : Rendering<AdverseEvent>(AdverseEventStream.Type, "AdverseEvent")
{
    protected override string? Institution(AdverseEvent state) => state.Exists ? state.Institution.Value : null;

    protected override ValueTask<IEnumerable<JsonObject>> Resources(AdverseEvent state, EventReader reader, CancellationToken cancellation) =>
        new([MapAdverseEvent.Resource(state)]);
}
