using Npgsql;
using NpgsqlTypes;
using RegenTrack.EventStore;

namespace RegenTrack.Benchmarks.Floors;

/// <summary>COPY of rows that are already in memory, into the store's own tables with their indexes.</summary>
public sealed class RawCopy(NpgsqlDataSource database)
{
    public async Task<int> Write(IReadOnlyList<EventRow> rows)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var streams = await connection.BeginBinaryImportAsync("copy mt_streams (id, type, version) from stdin (format binary)"))
        {
            foreach (var stream in rows.GroupBy(row => row.StreamKey))
            {
                await streams.StartRowAsync();
                await streams.WriteAsync(stream.Key, NpgsqlDbType.Varchar);
                await streams.WriteAsync("kept", NpgsqlDbType.Varchar);
                await streams.WriteAsync(stream.Max(row => row.Version), NpgsqlDbType.Bigint);
            }

            await streams.CompleteAsync();
        }

        await using (var events = await connection.BeginBinaryImportAsync("copy mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, headers, user_name) from stdin (format binary)"))
        {
            foreach (var row in rows)
            {
                await events.StartRowAsync();
                await events.WriteAsync(row.Sequence, NpgsqlDbType.Bigint);
                await events.WriteAsync(row.Id, NpgsqlDbType.Uuid);
                await events.WriteAsync(row.StreamKey, NpgsqlDbType.Varchar);
                await events.WriteAsync(row.Version, NpgsqlDbType.Bigint);
                await events.WriteAsync(row.Data, NpgsqlDbType.Jsonb);
                await events.WriteAsync(row.Type, NpgsqlDbType.Varchar);
                await events.WriteAsync(row.DotNetType!, NpgsqlDbType.Varchar);
                await events.WriteAsync(row.RecordedAt, NpgsqlDbType.TimestampTz);
                await events.WriteAsync(row.Headers!, NpgsqlDbType.Jsonb);
                await events.WriteAsync(row.User!, NpgsqlDbType.Varchar);
            }

            await events.CompleteAsync();
        }

        await transaction.CommitAsync();
        return rows.Count;
    }
}
