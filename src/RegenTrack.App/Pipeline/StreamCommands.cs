using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Pipeline;

/// <summary>Declares the commands of one stream, a line each.</summary>
public sealed class StreamCommands<TState, TEvent>
    where TEvent : notnull
{
    private readonly AppModel _model;
    private readonly StreamType<TState, TEvent> _stream;

    internal StreamCommands(AppModel model, StreamType<TState, TEvent> stream)
    {
        _model = model;
        _stream = stream;
    }

    /// <summary>A command that decides on its own stream alone.</summary>
    /// <param name="retries">True only for commands that commute: a lost race is tried again instead of reported.</param>
    public StreamCommands<TState, TEvent> Command<TCommand>(
        Permission permission,
        Func<TCommand, string> streamId,
        Func<TState, TCommand, Circumstances, Outcome<TEvent>> decide,
        bool retries = false)
        where TCommand : notnull =>
        Command<TCommand, bool>(permission, streamId, (_, _, _) => Task.FromResult(true), (state, command, _, at) => decide(state, command, at), retries);

    /// <summary>A command that needs facts of other streams, gathered before it decides.</summary>
    public StreamCommands<TState, TEvent> Command<TCommand, TFacts>(
        Permission permission,
        Func<TCommand, string> streamId,
        Func<TCommand, FactReader, CancellationToken, Task<TFacts>> gather,
        Func<TState, TCommand, TFacts, Circumstances, Outcome<TEvent>> decide,
        bool retries = false)
        where TCommand : notnull
    {
        _model.Command(new CommandRoute<TCommand>(typeof(TCommand).Name, permission, _stream, streamId, retries), _stream, gather, decide);
        return this;
    }

    /// <summary>A command that is several decisions, each on a stream of its own.</summary>
    public StreamCommands<TState, TEvent> Command<TCommand, TPart>(
        Permission permission, PartsOf<TCommand, TPart> parts, Func<TState, TPart, Circumstances, Outcome<TEvent>> decide)
        where TCommand : notnull =>
        Command<TCommand, TPart, bool>(permission, parts, (_, _, _) => Task.FromResult(true), (state, part, _, at) => decide(state, part, at));

    /// <summary>The same with facts of other streams, gathered once for all of them.</summary>
    public StreamCommands<TState, TEvent> Command<TCommand, TPart, TFacts>(
        Permission permission,
        PartsOf<TCommand, TPart> parts,
        Func<TCommand, FactReader, CancellationToken, Task<TFacts>> gather,
        Func<TState, TPart, TFacts, Circumstances, Outcome<TEvent>> decide)
        where TCommand : notnull
    {
        _model.Command(new CommandRoute<TCommand>(typeof(TCommand).Name, permission, _stream, command => parts.All(command) is [var first, ..] ? parts.StreamId(first) : "", Retries: false), _stream, parts, gather, decide);
        return this;
    }
}
