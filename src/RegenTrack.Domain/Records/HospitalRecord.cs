using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Records;

/// <summary>Something that the law asks nothing of and hospitals refer to (a department, a device, a place): held as the hospital sent it.</summary>
/// <param name="Content">Null when there is none, or when it was removed.</param>
/// <param name="Person">Of the content, when it tells who somebody is.</param>
/// <param name="People">References into the vault of all versions since it was last erased; null for none.</param>
public sealed record HospitalRecord(RecordId Id, InstitutionId Institution, string? Content, RecordPerson? Person = null, IReadOnlyList<string>? People = null)
{
    public static readonly HospitalRecord Initial = new(default, default, null);

    public bool IsSeenBy(Actor actor) => actor.Role != Role.HospitalSystem || actor.Institution == Institution.Value;

    public static HospitalRecord Evolve(HospitalRecord state, RecordEvent e) => e switch
    {
        RecordKept kept => new(kept.Record, kept.Institution, kept.Content, kept.Person, kept.Person is { } person ? [.. state.People ?? [], person.Reference] : state.People),
        RecordRemoved => state with { Content = null, Person = null, People = null },
        _ => state,
    };
}
