using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Pipeline;

/// <summary>What came of a command.</summary>
public abstract record CommandOutcome
{
    private CommandOutcome()
    {
    }

    /// <summary>The facts are recorded (or held already).</summary>
    /// <param name="Version">Version of the stream afterwards.</param>
    /// <param name="Replayed">The same command id had been accepted before; this is its stored outcome.</param>
    public sealed record Accepted(string StreamKey, long Version, bool Replayed = false) : CommandOutcome
    {
        /// <summary>The stream key without its alias.</summary>
        public string StreamId => StreamKey[(StreamKey.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>A rule says no.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : CommandOutcome;

    /// <summary>The command is malformed.</summary>
    public sealed record Invalid(IReadOnlyList<Refusal> Refusals) : CommandOutcome;

    /// <summary>There is no such thing, or none that this actor may know of.</summary>
    public sealed record Absent : CommandOutcome;

    /// <summary>Somebody else was faster; nothing is written.</summary>
    public sealed record Conflict(long ActualVersion) : CommandOutcome;
}
