using RegenTrack.EventStore;

namespace RegenTrack.App.Resources;

/// <summary>How streams of a kind look to hospitals.</summary>
public interface IStreamRendering
{
    /// <summary>Of the streams.</summary>
    string Alias { get; }

    /// <summary>Resource types that it gives.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Whether more than the state is looked at, so that what it gave before cannot be told from the state before.</summary>
    bool LooksBeyond(object state) => false;

    /// <summary>Every resource that a state gives; what an earlier state gave and this one does not stays as it was. May read other streams.</summary>
    Task<IReadOnlyList<RenderedResource>> Render(object state, EventReader reader, CancellationToken cancellation);
}

/// <summary>A resource as a state gives it.</summary>
/// <param name="Institution">Who may see it; empty for every hospital.</param>
/// <param name="Body">UTF-8 JSON without <c>meta.versionId</c> and <c>meta.lastUpdated</c>; null for one that is deleted.</param>
/// <param name="Indexing">Gives by what it is found; asked only for what is written.</param>
public sealed record RenderedResource(string Type, string Id, string Institution, byte[]? Body, Func<ReadOnlyMemory<byte>, ResourceIndex> Indexing)
{
    public ResourceIndex Index => Body is null ? ResourceIndex.None : Indexing(Body);

    /// <summary>Whether hospitals would see no difference.</summary>
    public bool Equals(RenderedResource? other) =>
        other is not null && (Type, Id, Institution) == (other.Type, other.Id, other.Institution) && (Body is null ? other.Body is null : other.Body is not null && Body.AsSpan().SequenceEqual(other.Body));

    public override int GetHashCode() => HashCode.Combine(Type, Id);
}
