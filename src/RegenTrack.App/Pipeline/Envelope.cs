using MediatR;
using RegenTrack.App.Attachments;
using RegenTrack.App.Resources;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;

namespace RegenTrack.App.Pipeline;

/// <summary>A command with who asks for it and by which id. One intention is one envelope is one transaction.</summary>
/// <param name="CommandId">The asker's own id of the intention; the same id again returns the stored outcome.</param>
public sealed record Envelope<TCommand>(TCommand Command, Actor Actor, string CommandId) : IRequest<CommandOutcome>
    where TCommand : notnull
{
    /// <summary>When the actor says it happened, UTC; now when not said.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    public string? Reason { get; init; }

    /// <summary>The stream version the actor saw; another version is a conflict.</summary>
    public long? ExpectedVersion { get; init; }

    public string? CorrelationId { get; init; }

    public string? CausationId { get; init; }

    /// <summary>SHA-256, base64url, of the message that asked for it; null when there was none.</summary>
    public string? ContentHash { get; init; }

    /// <summary>What the sender itself says of where it comes from: JSON as sent, without names of people. Kept with the events.</summary>
    public string? Statement { get; init; }

    /// <summary>Files that the command names by hash. They are stored with its events or not at all.</summary>
    public IReadOnlyList<NewFile> Files { get; init; } = [];

    /// <summary>People whom the command names by reference. They enter the vault with its events or not at all.</summary>
    public IReadOnlyList<NewIdentity> Identities { get; init; } = [];

    /// <summary>A hash of what the asker sent, when what that comes to depends on what stands already: the same sent again is the same intention, even if it would come to something else by now.</summary>
    public byte[]? Sent { get; init; }

    /// <summary>What must not exist when it is written: of several such commands at one moment one succeeds, and the others end in a conflict.</summary>
    public IReadOnlyList<ResourceQuery> Unless { get; init; } = [];

    /// <summary>The session of the attempt under way; the unit of work sets a new one for each attempt.</summary>
    internal EventSession? Session { get; set; }
}
