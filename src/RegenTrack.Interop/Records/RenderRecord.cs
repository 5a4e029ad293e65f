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

    private static RenderedResource Rendered(string type, string id, HospitalRecord record)
    {
        var body = record.Content is { } content ? Encoding.UTF8.GetBytes(content) : null;
        return new RenderedResource(type, id, record.Institution.Value, body, ResourceIndexer.Index);
    }
}
