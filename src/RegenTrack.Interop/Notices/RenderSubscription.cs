using RegenTrack.App.Notices;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Notices;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Notices;

/// <summary>A hospital's subscription, and that it is gone.</summary>
internal sealed class RenderSubscription : IStreamRendering
{
    public string Alias => NoticeStream.Type.Alias;

    public IReadOnlyList<string> Types { get; } = [NoticeNames.Type];

    public Task<IReadOnlyList<RenderedResource>> Render(object state, EventReader reader, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<RenderedResource>>(state is NoticeSubscription { Wish: not null } subscription ? [Rendered(subscription)] : []);

    private static RenderedResource Rendered(NoticeSubscription subscription)
    {
        var body = subscription.State == NoticeState.Withdrawn ? null : MapSubscription.Write(subscription).ToFhir();
        return new RenderedResource(NoticeNames.Type, subscription.Id.Value, subscription.Institution.Value, body, ResourceIndexer.Index);
    }
}
