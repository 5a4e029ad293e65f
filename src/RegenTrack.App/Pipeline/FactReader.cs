using Npgsql;
using RegenTrack.App.Attachments;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;

namespace RegenTrack.App.Pipeline;

/// <summary>Gathers facts of other streams for a decision, so that deciders never wait.</summary>
public sealed class FactReader(EventSession session, NpgsqlDataSource database, Actor actor, IReadOnlyList<NewFile> files)
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

    /// <summary>A file by its hash: one that comes with the command, or one stored earlier; null when there is none.</summary>
    public async Task<AttachmentContent?> File(string sha256, CancellationToken cancellation) =>
        files.FirstOrDefault(file => file.Attachment.Sha256 == sha256) is { } brought
            ? new AttachmentContent(brought.Attachment, brought.Bytes)
            : await new AttachmentStore(Database).Open(sha256, cancellation);

    /// <summary>A condition on rows that views write for this very command, asked once they are written: for limits that simultaneous commands might pass together. If it fails, the command ends in a conflict.</summary>
    /// <param name="condition">A boolean SQL expression with positional parameters.</param>
    public void Require(string condition, params ReadOnlySpan<object> values) => session.Require(condition, values);
}
