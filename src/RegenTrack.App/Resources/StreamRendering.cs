using RegenTrack.EventStore;

namespace RegenTrack.App.Resources;

/// <summary>How streams of a kind look to hospitals.</summary>
public interface IStreamRendering
{
    /// <summary>Of the streams.</summary>
    string Alias { get; }

    /// <summary>Resource types that it gives.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Every resource that a state gives; what an earlier state gave and this one does not stays as it was. May read other streams.</summary>
    Task<IReadOnlyList<RenderedResource>> Render(object state, EventReader reader, CancellationToken cancellation);
}

/// <summary>A resource as a state gives it.</summary>
/// <param name="Institution">Who may see it; empty for every hospital.</param>
/// <param name="Body">UTF-8 JSON without <c>meta.versionId</c> and <c>meta.lastUpdated</c>; null for one that is deleted.</param>
public sealed record RenderedResource(string Type, string Id, string Institution, byte[]? Body, ResourceIndex Index);
