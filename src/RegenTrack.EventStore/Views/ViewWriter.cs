using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace RegenTrack.EventStore.Views;

/// <summary>Collects a view's statements. In SQL, <c>{table}</c> stands for the view's table and <c>{now}</c> for the instant of recording.</summary>
public sealed class ViewWriter
{
    private static readonly ConcurrentDictionary<(string Sql, string Table, int Parameters), string> Rendered = new();
    private readonly IList<NpgsqlBatchCommand> _statements;
    private string _table = "";
    private DateTimeOffset? _recordedAt;

    internal ViewWriter(IList<NpgsqlBatchCommand> statements) => _statements = statements;

    internal ViewWriter For(string table, DateTimeOffset? recordedAt)
    {
        _table = table;
        _recordedAt = recordedAt;
        return this;
    }

    /// <summary>Queues a statement with positional parameters <c>$1 … $n</c>.</summary>
    public void Execute(string sql, params ReadOnlySpan<object?> parameters)
    {
        // While appending, the transaction's own clock is the instant of recording; a rebuild must write the instant that was recorded then.
        var replays = _recordedAt is not null && sql.Contains("{now}", StringComparison.Ordinal);
        var text = Rendered.GetOrAdd((sql, _table, replays ? parameters.Length : -1), Render);
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        }

        if (replays)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = _recordedAt });
        }

        _statements.Add(command);
    }

    private static string Render((string Sql, string Table, int Parameters) key) => key.Sql
        .Replace("{table}", key.Table, StringComparison.Ordinal)
        .Replace("{now}", key.Parameters < 0 ? "now()" : string.Create(CultureInfo.InvariantCulture, $"${key.Parameters + 1}"), StringComparison.Ordinal);
}
