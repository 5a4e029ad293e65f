using System.Text.Json;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Provenances;

/// <summary>Tells where resources come from, out of what the event store knows anyway.</summary>
internal interface IProvenanceSource
{
    /// <summary>Latest first, at most so many.</summary>
    Task<IReadOnlyList<Provenance>> Find(ProvenanceQuestion question, int limit, CancellationToken cancellation);

    /// <summary>All of an institution behind a key, in the order of the keys, which never changes. Null stands for one that is not among those that are wanted.</summary>
    IAsyncEnumerable<(string Key, Provenance? One)> Walk(ProvenanceWalk walk, string after, CancellationToken cancellation);
}

/// <summary>One Provenance. It never changes.</summary>
/// <param name="Body">UTF-8 JSON without version and instant.</param>
internal sealed record Provenance(ProvenancePlace Place, string Id, byte[] Body)
{
    public StoredResource Stored => new(ProvenanceDoor.Name, Id, 1, Place.At, Body);
}

/// <summary>Where a Provenance stands in the order of all of them.</summary>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Sequence">Of the event behind it.</param>
/// <param name="Part">Tells apart what one event and one target give.</param>
internal readonly record struct ProvenancePlace(DateTimeOffset At, long Sequence, string Type, string Id, int Part) : IComparable<ProvenancePlace>
{
    public int CompareTo(ProvenancePlace other) =>
        (At.CompareTo(other.At), Sequence.CompareTo(other.Sequence), string.CompareOrdinal(Type, other.Type), string.CompareOrdinal(Id, other.Id), Part.CompareTo(other.Part)) switch
        {
            (not 0 and var at, _, _, _, _) => at,
            (_, not 0 and var sequence, _, _, _) => sequence,
            (_, _, not 0 and var type, _, _) => type,
            (_, _, _, not 0 and var id, _) => id,
            (_, _, _, _, var part) => part,
        };
}

/// <summary>What is asked: the writes, and how those are found that are no writes of a resource.</summary>
/// <param name="Writes">Also says whose, of what and when.</param>
/// <param name="Search">Finds resources that lead to others.</param>
/// <param name="UpTo">This one and what comes after it.</param>
internal sealed record ProvenanceQuestion(ResourceWriteQuery Writes, ResourceSearch Search, ProvenancePlace? UpTo = null);

/// <summary>All that an institution sees, as of an instant that is settled.</summary>
/// <param name="Since">Only what was recorded after it; null for all.</param>
/// <param name="Count">So many are looked at soon.</param>
/// <param name="Concerns">Whether a target, by type, id and what it was, is one of those that are wanted; null for all.</param>
internal sealed record ProvenanceWalk(string Institution, DateTimeOffset At, DateTimeOffset? Since, int Count, Func<string, string, JsonElement, bool>? Concerns);
