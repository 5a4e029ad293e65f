using System.Text.Json.Nodes;
using RegenTrack.App.Resources;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server;

/// <summary>How the streams of a kind look as FHIR.</summary>
internal abstract class Rendering<TState>(StreamSchema<TState> stream, params string[] types) : IStreamRendering
{
    public string Alias => stream.Alias;

    public IReadOnlyList<string> Types { get; } = types;

    public async Task<IReadOnlyList<RenderedResource>> Render(object state, EventReader reader, CancellationToken cancellation)
    {
        var institution = Institution((TState)state);
        return institution is null ? [] : [.. (await Resources((TState)state, reader, cancellation)).Select(resource => Rendered(resource, institution))];
    }

    bool IStreamRendering.LooksBeyond(object state) => LooksBeyond((TState)state);

    protected virtual bool LooksBeyond(TState state) => false;

    /// <summary>Whose it is; empty for everybody's, null for a state that shows nothing.</summary>
    protected abstract string? Institution(TState state);

    /// <summary>Everything the state gives, without versions: they are the store's.</summary>
    protected abstract ValueTask<IEnumerable<JsonObject>> Resources(TState state, EventReader reader, CancellationToken cancellation);

    private static RenderedResource Rendered(JsonObject resource, string institution) =>
        new(resource["resourceType"]!.GetValue<string>(), resource["id"]!.GetValue<string>(), institution, resource.ToFhir(), ResourceIndexer.Index);
}
