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
    /// <summary>Each with its resource as it then was; without one when that is not to be told, or may not be.</summary>
    public async Task<IReadOnlyList<(QueuedNotice Notice, StoredResource? Resource)>> Of(
        NoticeSubscription subscription, IReadOnlyList<QueuedNotice> notices, NoticeContent content, ScopeAnswer scope, CancellationToken cancellation)
    {
        var told = new List<(QueuedNotice, StoredResource?)>();
        foreach (var notice in notices)
        {
            var resource = content == NoticeContent.FullResource ? await resources.Find(notice.Type, notice.Id, notice.Version, subscription.Institution.Value, cancellation) : null;
            told.Add((notice, resource is { Body: { } body } && NoticeScope.Shows(scope, JsonElement.Parse(body)) ? resource : null));
        }

        return told;
    }

    /// <summary>Pseudonyms of the people whom they touch.</summary>
    public static IReadOnlyList<string> Subjects(IEnumerable<(QueuedNotice Notice, StoredResource? Resource)> told)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in told.Select(one => one.Resource).OfType<StoredResource>())
            AccessSubjects.In(resource.Type, resource.Id, resource.Body, found);
        return [.. found];
    }
}
