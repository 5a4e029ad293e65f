using System.Text.Json;
using RegenTrack.App.Notices;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Notices;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Notices;

/// <summary>Changes with what may be said of them: a resource that does not fit the scopes is told by its number alone.</summary>
internal sealed class NoticeContents(ResourceReader resources)
{
    public async Task<IReadOnlyList<ToldNotice>> Of(
        NoticeSubscription subscription, IReadOnlyList<QueuedNotice> notices, NoticeContent content, ScopeAnswer scope, CancellationToken cancellation)
    {
        var told = new List<ToldNotice>();
        var (isFull, isFree) = (content == NoticeContent.FullResource, scope is { Allowed: true, Restrictions: [] });
        foreach (var notice in notices)
        {
            var resource = isFull || !isFree ? await resources.Find(notice.Type, notice.Id, notice.Version, subscription.Institution.Value, cancellation) : null;
            var isShown = isFree || (resource is { Body: { } body } && NoticeScope.Shows(scope, JsonElement.Parse(body)));
            told.Add(new(notice, isShown, isFull && isShown ? resource : null));
        }

        return told;
    }

    /// <summary>Pseudonyms of the people whom they touch.</summary>
    public static IReadOnlyList<string> Subjects(IEnumerable<ToldNotice> told)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in told.Select(one => one.Resource).OfType<StoredResource>())
            AccessSubjects.In(resource.Type, resource.Id, resource.Body, found);
        return [.. found];
    }
}
