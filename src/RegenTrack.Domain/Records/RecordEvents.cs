using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Records;

/// <summary>What happens to a record that a hospital keeps here.</summary>
public abstract record RecordEvent;

/// <summary>A hospital sent it, new or changed.</summary>
/// <param name="Content">The resource as sent, JSON, without version and instant. No person's name is in it.</param>
public sealed record RecordKept(RecordId Record, InstitutionId Institution, string Content) : RecordEvent;

/// <summary>A hospital took it back. What it was stays in its history.</summary>
public sealed record RecordRemoved(RecordId Record) : RecordEvent;
