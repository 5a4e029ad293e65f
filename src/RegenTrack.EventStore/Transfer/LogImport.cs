using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RegenTrack.EventStore.Log;

namespace RegenTrack.EventStore.Transfer;

/// <summary>Reads an export into a database without events: sequence numbers, ids and times stay as they were, so that the log's old heads hold for it as well.</summary>
public static class LogImport
{
    // Long enough for an evidence package's largest event, short enough to refuse a file that is something else.
    private const int LongestLine = 64 << 20;

    private const string Events =
        "copy mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, correlation_id, causation_id, headers, user_name) from stdin (format binary)";

    private const string Streams = """
        insert into mt_streams (id, type, version, created, timestamp)
        select stream_id, split_part(stream_id, ':', 1), max(version), min(timestamp), max(timestamp) from mt_events group by stream_id
        """;

    /// <summary>All of it in one transaction, or nothing.</summary>
    /// <param name="progress">Told the number of events read so far.</param>
    /// <returns>How many events were read.</returns>
    /// <exception cref="LogImportException">The file is damaged or cut off, or the database already holds events.</exception>
    public static async Task<long> Read(Store store, Stream input, IProgress<long>? progress, CancellationToken cancellation)
    {
        await using var connection = await store.Database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, "lock table mt_events in exclusive mode", cancellation);
        if (await Scalar(connection, "select exists (select from mt_events)", cancellation) is true)
        {
            throw new LogImportException("not-empty", 0);
        }

        // Streams come after their events here, because they are made from them.
        await Execute(connection, "alter table mt_events drop constraint fkey_mt_events_stream_id", cancellation);
        var tree = new RunningTree();
        await using (var writer = await connection.BeginBinaryImportAsync(Events, cancellation))
        {
            LogEnd? end = null;
            await foreach (var line in Lines(input, cancellation))
            {
                if (end is not null)
                {
                    throw new LogImportException("after-the-end", tree.Size + 2);
                }

                end = line.Span.StartsWith("{\"events\":"u8) ? End(line, tree) : null;
                if (end is null)
                {
                    await Write(writer, Event(line, tree), cancellation);
                    if (tree.Size % 1000 == 0)
                    {
                        progress?.Report(tree.Size);
                    }
                }
            }

            if (end is null)
            {
                throw new LogImportException("cut-off", tree.Size + 1);
            }

            await writer.CompleteAsync(cancellation);
        }

        await Execute(connection, Streams, cancellation);
        await Execute(connection, "alter table mt_events add constraint fkey_mt_events_stream_id foreign key (stream_id) references mt_streams (id) on delete cascade", cancellation);
        await Execute(connection, "select setval('mt_events_sequence', greatest((select max(seq_id) from mt_events), 1), exists (select from mt_events))", cancellation);
        await transaction.CommitAsync(cancellation);
        progress?.Report(tree.Size);
        return tree.Size;
    }

    private static EventRow Event(ReadOnlyMemory<byte> line, RunningTree tree)
    {
        var number = tree.Size + 1;
        if (line.Length <= LogExport.EventAt || line.Span[^1] != '}')
        {
            throw new LogImportException("not-an-event", number);
        }

        var inner = line[LogExport.EventAt..^1];
        var leaf = MerkleTree.Leaf(inner.Span);
        var said = Encoding.ASCII.GetBytes(LogExport.Before + Convert.ToBase64String(leaf) + LogExport.Between);
        if (!line.Span.StartsWith(said))
        {
            throw new LogImportException("hash-differs", number);
        }

        tree.Add(leaf);
        try
        {
            return EventLine.Read(inner);
        }
        catch (FormatException)
        {
            throw new LogImportException("not-an-event", number);
        }
    }

    private static LogEnd End(ReadOnlyMemory<byte> line, RunningTree tree)
    {
        try
        {
            var end = JsonSerializer.Deserialize<LogEnd>(line.Span, LogEnd.Json);
            return end?.Events == tree.Size && end.Root == Convert.ToBase64String(tree.Root()) ? end : throw new LogImportException("root-differs", tree.Size + 1);
        }
        catch (JsonException)
        {
            throw new LogImportException("root-differs", tree.Size + 1);
        }
    }

    private static async Task Write(NpgsqlBinaryImporter writer, EventRow row, CancellationToken cancellation)
    {
        await writer.StartRowAsync(cancellation);
        await writer.WriteAsync(row.Sequence, NpgsqlDbType.Bigint, cancellation);
        await writer.WriteAsync(row.Id, NpgsqlDbType.Uuid, cancellation);
        await writer.WriteAsync(row.StreamKey, NpgsqlDbType.Varchar, cancellation);
        await writer.WriteAsync(row.Version, NpgsqlDbType.Bigint, cancellation);
        await writer.WriteAsync(row.Data, NpgsqlDbType.Jsonb, cancellation);
        await writer.WriteAsync(row.Type, NpgsqlDbType.Varchar, cancellation);
        await Optional(writer, row.DotNetType, cancellation);
        await writer.WriteAsync(row.RecordedAt, NpgsqlDbType.TimestampTz, cancellation);
        await Optional(writer, row.CorrelationId, cancellation);
        await Optional(writer, row.CausationId, cancellation);
        if (row.Headers is null)
        {
            await writer.WriteNullAsync(cancellation);
        }
        else
        {
            await writer.WriteAsync(row.Headers, NpgsqlDbType.Jsonb, cancellation);
        }

        await Optional(writer, row.User, cancellation);
    }

    private static Task Optional(NpgsqlBinaryImporter writer, string? value, CancellationToken cancellation) =>
        value is null ? writer.WriteNullAsync(cancellation) : writer.WriteAsync(value, NpgsqlDbType.Varchar, cancellation);

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(Stream input, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: 1 << 16));
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                yield return rest.Slice(0, end).ToArray();
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (rest.Length > LongestLine)
            {
                throw new LogImportException("line-too-long", 0);
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation) => await Scalar(connection, sql, cancellation);

    private static async Task<object?> Scalar(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }
}

/// <summary>An export could not be read; nothing of it was stored.</summary>
/// <param name="code"><c>not-empty</c>, <c>not-an-event</c>, <c>hash-differs</c>, <c>root-differs</c>, <c>cut-off</c>, <c>after-the-end</c> or <c>line-too-long</c>.</param>
/// <param name="line">1-based; 0 when it is not about a line.</param>
public sealed class LogImportException(string code, long line) : Exception($"{code}, line {line}")
{
    public string Code { get; } = code;

    public long Line { get; } = line;
}
