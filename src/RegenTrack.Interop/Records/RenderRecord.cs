using System.Text;
using RegenTrack.App.Records;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Records;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Records;

/// <summary>A hospital's record, byte by byte as it is kept.</summary>
internal sealed class RenderRecord : IStreamRendering
{
    public string Alias => RecordStream.Type.Alias;

    public IReadOnlyList<string> Types => KeptTypes.All;

    public Task<IReadOnlyList<RenderedResource>> Render(object state, EventReader reader, CancellationToken cancellation)
    {
        var record = (HospitalRecord)state;
        var (type, id) = record.Id.Value.Split('/') is [var first, var second] ? (first, second) : throw new InvalidOperationException("A record's id is its type and its id.");
        return Task.FromResult<IReadOnlyList<RenderedResource>>([Rendered(type, id, record)]);
    }

    private static RenderedResource Rendered(string type, string id, HospitalRecord record) => record switch
    {
        { Content: { } content, Person: { } person } => new(type, id, record.Institution.Value, VaultedBodies.Body(person.Reference, content), _ => Index(type, content, person)),
        { Content: { } content } => new(type, id, record.Institution.Value, Encoding.UTF8.GetBytes(content), ResourceIndexer.Index),
        _ => new(type, id, record.Institution.Value, null, ResourceIndexer.Index),
    };

    private static ResourceIndex Index(string type, string content, RecordPerson person)
    {
        var index = ResourceIndexer.Index(Encoding.UTF8.GetBytes(content));
        return index with { Keys = [.. index.Keys, .. person.Marks.Select(mark => SearchHash.Of(type, Searchable.Identifier, mark))] };
    }
}
