using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Records;

/// <summary>What happens to a record that a hospital keeps here.</summary>
public abstract record RecordEvent;

/// <summary>A hospital sent it, new or changed.</summary>
/// <param name="Content">The resource as sent, JSON, without version and instant. No person's name is in it.</param>
/// <param name="Person">Where all of it lies when it tells who somebody is; the content is then what tells nothing of that.</param>
public sealed record RecordKept(RecordId Record, InstitutionId Institution, string Content, RecordPerson? Person = null) : RecordEvent;

/// <summary>A hospital took it back. What it was stays in its history, but for who somebody is.</summary>
/// <param name="People">References into the vault of all its versions, which are to be erased; null for none.</param>
public sealed record RecordRemoved(RecordId Record, IReadOnlyList<string>? People = null) : RecordEvent;
