namespace RegenTrack.EventStore;

/// <summary>An event as stored, or as about to be stored with the append that projects it.</summary>
/// <param name="StreamKey">E.g. <c>lot:lot-1</c>.</param>
/// <param name="StreamId">The key without its alias.</param>
/// <param name="Version">1-based position in its stream.</param>
/// <param name="Data">The event itself.</param>
/// <param name="Metadata">Who, why and because of what.</param>
/// <param name="RecordedAt">The database clock, UTC. Not known while the append is under way; views write it as <c>{now}</c>.</param>
/// <param name="Sequence">Position in the whole store; 0 while the append is under way.</param>
public sealed record StoredEvent(string StreamKey, string StreamId, long Version, object Data, EventMetadata Metadata, DateTimeOffset RecordedAt, long Sequence = 0)
{
    public string ActorId => Metadata.ActorId;

    public string? ActorRole => Metadata.ActorRole;

    public string? Reason => Metadata.Reason;
}

/// <summary>What is kept beside every event of one transaction.</summary>
/// <param name="ActorId">Account id, never a name.</param>
/// <param name="ObservedAt">When the actor says it happened, UTC; the database clock records when it was written.</param>
/// <param name="ContentHash">SHA-256, base64url, of the message that led to it; null when there was none.</param>
/// <param name="Statement">What the sender itself says of where it comes from, JSON as it was sent.</param>
public sealed record EventMetadata(
    string ActorId,
    string? ActorRole = null,
    string? Institution = null,
    string? Reason = null,
    string? CommandId = null,
    string? CorrelationId = null,
    string? CausationId = null,
    DateTimeOffset? ObservedAt = null,
    string? ContentHash = null,
    string? Statement = null)
{
    /// <summary>As the columns of an event keep it.</summary>
    /// <param name="headers">JSON; null for none.</param>
    public static EventMetadata Read(string? user, byte[]? headers, string? correlation = null, string? causation = null)
    {
        var kept = EventHeaders.Read(headers);
        return new EventMetadata(user ?? "", kept?.Role, kept?.Institution, kept?.Reason, kept?.CommandId, correlation, causation, kept?.ObservedAt, kept?.ContentHash, kept?.Statement);
    }
}
