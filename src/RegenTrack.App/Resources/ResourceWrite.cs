using RegenTrack.EventStore;

namespace RegenTrack.App.Resources;

/// <summary>The write that a version of a resource comes from.</summary>
/// <param name="Sequence">Of the event behind it.</param>
/// <param name="RecordedAt">Of the database, UTC.</param>
/// <param name="By">Who wrote it, and by what.</param>
/// <param name="IsFirst">Whether there was no such resource before.</param>
public sealed record ResourceWrite(long Sequence, DateTimeOffset RecordedAt, EventMetadata By, string Type, string Id, long Version, bool IsFirst, bool IsDeletion)
{
    /// <summary>What the version is, UTF-8 JSON, where that was asked for; null for a deletion.</summary>
    public byte[]? Body { get; init; }
}

/// <summary>Which writes are asked for; all conditions must hold.</summary>
/// <param name="Institution">Whose resources: its own, and what is everybody's as far as it wrote that itself.</param>
public sealed record ResourceWriteQuery(string Institution)
{
    /// <summary>Types to look at, when no targets are named.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Only writes of these resources; null for any.</summary>
    public IReadOnlyList<(string Type, string Id)>? Targets { get; init; }

    /// <summary>Only of this version of the targets.</summary>
    public long? Version { get; init; }

    /// <summary>Only of this event.</summary>
    public long? Sequence { get; init; }

    /// <summary>Only by this account, which must speak for the institution.</summary>
    public string? Client { get; init; }

    /// <summary>Only by an account that speaks for the institution.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Spans of time, beginning included, end not; within all of them.</summary>
    public IReadOnlyList<(DateTimeOffset? From, DateTimeOffset? To)> Recorded { get; init; } = [];

    /// <summary>Only this one and what comes after it, which is what is older.</summary>
    public (DateTimeOffset At, long Sequence, string Type, string Id)? UpTo { get; init; }
}
