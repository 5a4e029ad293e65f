using Npgsql;

namespace RegenTrack.EventStore;

/// <summary>One row of <c>mt_events</c> as it stands, known to this program or not.</summary>
/// <param name="Data">UTF-8 JSON in PostgreSQL's own spelling of <c>jsonb</c>.</param>
/// <param name="Headers">Likewise.</param>
public sealed record EventRow(
    long Sequence,
    Guid Id,
    string StreamKey,
    long Version,
    string Type,
    string? DotNetType,
    DateTime RecordedAt,
    string? CorrelationId,
    string? CausationId,
    string? User,
    byte[]? Headers,
    byte[] Data)
{
    internal const string Columns = "seq_id, id, stream_id, version, type, mt_dotnet_type, timestamp, correlation_id, causation_id, user_name, headers, data";

    internal static EventRow Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        reader.GetString(2),
        reader.GetInt64(3),
        reader.GetString(4),
        reader.TextOrNull(5),
        reader.GetDateTime(6),
        reader.TextOrNull(7),
        reader.TextOrNull(8),
        reader.TextOrNull(9),
        reader.IsDBNull(10) ? null : reader.GetFieldValue<byte[]>(10),
        reader.GetFieldValue<byte[]>(11));

    /// <summary>The event in today's terms, or null when its stream or name is unknown to this program.</summary>
    public StoredEvent? Interpret(IReadOnlyDictionary<string, StreamSchema> streams)
    {
        var split = StreamKey.IndexOf(':', StringComparison.Ordinal);
        if (split < 0 || !streams.TryGetValue(StreamKey[..split], out var schema) || schema.Read(Type, Data) is not { } data)
        {
            return null;
        }

        var metadata = EventMetadata.Read(User, Headers, CorrelationId, CausationId);
        return new StoredEvent(StreamKey, StreamKey[(split + 1)..], Version, data, metadata, new DateTimeOffset(RecordedAt, TimeSpan.Zero), Sequence);
    }
}
