using Npgsql;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;

namespace RegenTrack.App.Pipeline;

/// <summary>Gathers facts of other streams for a decision, so that deciders never wait.</summary>
public sealed class FactReader(EventSession session, NpgsqlDataSource database, Actor actor)
{
    public Actor Actor { get; } = actor;

    /// <summary>For rows of views that are written in the append's own transaction. Never for an asynchronous view.</summary>
    public NpgsqlDataSource Database { get; } = database;

    /// <summary>The state of another stream, initial if there is none. If it moves before the commit, the command ends in a conflict.</summary>
    public Task<TState> State<TState>(StreamSchema<TState> stream, string id, CancellationToken cancellation) =>
        session.LoadAndExpect(stream, id, cancellation);

    /// <summary>The states of several streams of a kind in one round trip, in the order asked for; guarded as <see cref="State"/> is.</summary>
    public Task<IReadOnlyList<TState>> States<TState>(StreamSchema<TState> stream, IReadOnlyList<string> ids, CancellationToken cancellation) =>
        session.LoadAllAndExpect(stream, ids, cancellation);
}
