using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.EventStore;

/// <summary>Short ways to say a statement.</summary>
internal static class Sql
{
    /// <summary>A batch command with positional parameters; null stands for a missing text.</summary>
    public static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object?> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter as NpgsqlParameter ?? (parameter is null ? Text(null) : new NpgsqlParameter { Value = parameter }));
        }

        return command;
    }

    public static NpgsqlParameter Jsonb(byte[] json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    public static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    public static string? TextOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>Runs one statement in a transaction of its own.</summary>
    public static async Task<int> Execute(this NpgsqlDataSource database, string sql, CancellationToken cancellation, params object?[] parameters)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Command(sql, parameters));
        return await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The conflict that a moved stream raises (<c>key version</c>), or null for another trouble.</summary>
    public static Conflict? Conflict(this PostgresException trouble)
    {
        if (trouble.SqlState != "RT409")
        {
            return null;
        }

        var space = trouble.MessageText.LastIndexOf(' ');
        return new Conflict(trouble.MessageText[..space], long.Parse(trouble.MessageText.AsSpan(space), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture));
    }
}
