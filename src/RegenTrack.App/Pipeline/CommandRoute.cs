using RegenTrack.EventStore;

namespace RegenTrack.App.Pipeline;

/// <summary>What the pipeline knows of a command before any state is loaded.</summary>
/// <param name="Retries">Whether a lost race may be tried again. Only for commands that commute; never for a human's decision.</param>
public sealed record CommandRoute<TCommand>(string Name, Permission Permission, StreamSchema Stream, Func<TCommand, string> StreamId, bool Retries);
