using Npgsql;

namespace RegenTrack.Benchmarks.Floors;

/// <summary>Reads back what the pipeline wrote, command by command.</summary>
internal static class RecordedCommands
{
    /// <remarks>Snapshots of the past are gone, so each command gets its stream's last one: never smaller than what was written then.</remarks>
    public static async Task<IReadOnlyList<RawCommand>> Read(NpgsqlDataSource database, string commandPrefix)
    {
        var events = new Dictionary<string, List<RawEvent>>();
        await using (var select = database.CreateCommand(
            "select headers ->> 'commandId', version, data, type, mt_dotnet_type, headers, user_name from mt_events where starts_with(headers ->> 'commandId', $1) order by seq_id"))
        {
            select.Parameters.Add(new NpgsqlParameter { Value = commandPrefix });
            await using var reader = await select.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                if (!events.TryGetValue(reader.GetString(0), out var list))
                {
                    events.Add(reader.GetString(0), list = []);
                }

                list.Add(new RawEvent(reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6)));
            }
        }

        var resources = await RawResources.Read(database);
        var commands = new List<RawCommand>();
        await using var receipts = database.CreateCommand("""
            select r.command_id, r.command, r.content, r.stream, s.type, t.shape, t.data
            from command_receipt r join mt_streams s on s.id = r.stream join stream_snapshot t on t.id = r.stream
            where starts_with(r.command_id, $1) order by r.recorded_at, r.version
            """);
        receipts.Parameters.Add(new NpgsqlParameter { Value = commandPrefix });
        await using var rows = await receipts.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            if (events.TryGetValue(rows.GetString(0), out var list))
            {
                commands.Add(new RawCommand(
                    rows.GetString(0), rows.GetString(1), rows.GetFieldValue<byte[]>(2), rows.GetString(3), rows.GetString(4), list[0].Version, list[^1].Version, rows.GetString(5), rows.GetString(6), list,
                    [.. resources[(rows.GetString(3), list[^1].Version)]]));
            }
        }

        return commands;
    }
}
