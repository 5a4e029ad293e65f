using Npgsql;

namespace RegenTrack.EventStore.Views;

/// <summary>Rows that show what streams have come to: written from the state after each append, in its transaction, and anew by <see cref="StateViewRebuild"/>.</summary>
public abstract class StateView
{
    /// <summary>Under which it is rebuilt, snake_case.</summary>
    public abstract string Name { get; }

    /// <summary>Another one than before makes the next start rebuild it.</summary>
    public abstract string Fingerprint { get; }

    /// <summary>Whether streams of a kind are shown.</summary>
    public abstract bool Shows(string alias);

    /// <summary>Queues the statements that bring the rows of a stream up to its state. May read other streams.</summary>
    public abstract Task Show(StreamState stream, EventReader reader, IList<NpgsqlBatchCommand> statements, CancellationToken cancellation);

    /// <summary>Queues the statements that remove whatever was shown of a stream.</summary>
    public abstract void Forget(string streamKey, IList<NpgsqlBatchCommand> statements);
}

/// <summary>What a stream has come to after an append.</summary>
/// <param name="Version">Of the append's last event.</param>
/// <param name="Before">What it was when it was last shown; null when it never was.</param>
/// <param name="RecordedAt">When it was recorded; null while the append is under way, when the database's <c>now()</c> is the instant.</param>
public sealed record StreamState(string Alias, string Id, long Version, object? Before, object State, DateTimeOffset? RecordedAt)
{
    public string Key => $"{Alias}:{Id}";
}
