using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.Benchmarks.Floors;

/// <summary>
/// The floor of a command: the same rows by hand-written Npgsql, in the same two round trips: read receipt and snapshot, then compare-and-set of the stream,
/// events, snapshot, receipt and the resources that hospitals read in one batch. Rows of the screens' views, which the pipeline writes as well, are left out, so the floor is on the strict side.
/// </summary>
internal sealed class RawRows(NpgsqlDataSource database, IReadOnlyList<RawCommand> commands)
{
    /// <summary>Writes every command once under stream keys of this run's own.</summary>
    public async Task<int> Write(string run)
    {
        foreach (var command in commands)
        {
            await using (var read = database.CreateBatch())
            {
                read.BatchCommands.Add(Statement("select command, content, stream, version from command_receipt where actor = $1 and command_id = $2", run, command.CommandId));
                read.BatchCommands.Add(Statement("select version, shape, data from stream_snapshot where id = $1", run + command.Stream));
                await using var reader = await read.ExecuteReaderAsync();
                await reader.NextResultAsync();
                _ = await reader.ReadAsync() ? reader.GetString(2) : null;
            }

            await using var write = database.CreateBatch();
            write.BatchCommands.Add(command.FirstVersion == 1
                ? Statement("insert into mt_streams (id, type, version) values ($1, $2, $3)", run + command.Stream, command.Kind, command.LastVersion)
                : Statement("update mt_streams set version = $2, timestamp = now() where id = $1 and version = $3", run + command.Stream, command.LastVersion, command.FirstVersion - 1));
            foreach (var stored in command.Events)
            {
                write.BatchCommands.Add(Statement(
                    "insert into mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type, headers, user_name) values (nextval('mt_events_sequence'), $1, $2, $3, $4, $5, $6, $7, $8)",
                    Guid.CreateVersion7(), run + command.Stream, stored.Version, Jsonb(stored.Data), stored.Type, stored.DotNetType, Jsonb(stored.Headers), stored.Actor));
            }

            write.BatchCommands.Add(Statement(
                "insert into stream_snapshot (id, version, shape, data) values ($1, $2, $3, $4) on conflict (id) do update set version = excluded.version, shape = excluded.shape, data = excluded.data",
                run + command.Stream, command.LastVersion, command.Shape, Jsonb(command.Snapshot)));
            write.BatchCommands.Add(Statement(
                "insert into command_receipt (actor, command_id, command, content, stream, version) values ($1, $2, $3, $4, $5, $6)",
                run, command.CommandId, command.Name, command.Content, run + command.Stream, command.LastVersion));
            foreach (var statement in command.Resources.SelectMany(resource => RawResources.Statements(resource, run)))
            {
                write.BatchCommands.Add(statement);
            }

            await write.ExecuteNonQueryAsync();
        }

        return commands.Count;
    }

    private static NpgsqlParameter Jsonb(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    internal static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<object> values)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            statement.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        return statement;
    }
}

/// <summary>The rows that one accepted command left behind.</summary>
internal sealed record RawCommand(
    string CommandId, string Name, byte[] Content, string Stream, string Kind, long FirstVersion, long LastVersion, string Shape, string Snapshot, IReadOnlyList<RawEvent> Events, IReadOnlyList<RawResource> Resources);

internal sealed record RawEvent(long Version, string Data, string Type, string DotNetType, string Headers, string Actor);
