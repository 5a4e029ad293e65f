using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.EventStore;

/// <summary>Events queued for one stream.</summary>
/// <param name="Version">The version they build on; 0 starts the stream.</param>
internal sealed record Append(StreamSchema Schema, string Key, long Version, IReadOnlyList<object> Events, string Snapshot, string Shape)
{
    private const string InsertEvents = """
        insert into mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type, correlation_id, causation_id, headers, user_name)
        select nextval('mt_events_sequence'), e.id, $1, e.version, e.data, e.type, e.dotnet, $7, $8, $9, $10
        from unnest($2, $3, $4, $5, $6) as e (id, version, data, type, dotnet) order by e.version
        """;

    private const string UpsertSnapshot = """
        insert into stream_snapshot (id, version, shape, data) values ($1, $2, $3, $4)
        on conflict (id) do update set version = excluded.version, shape = excluded.shape, data = excluded.data
        """;

    public void Write(NpgsqlBatchCommandCollection commands, EventMetadata metadata, string headers)
    {
        var next = Version + Events.Count;
        commands.Add(Version == 0
            ? EventSession.Command("select regentrack_start($1, $2, $3)", Key, Schema.Alias, next)
            : EventSession.Command("select regentrack_advance($1, $2, $3)", Key, Version, next));
        commands.Add(Insert(metadata, headers));
        commands.Add(EventSession.Command(UpsertSnapshot, Key, next, Shape, Jsonb(Snapshot)));
    }

    private NpgsqlBatchCommand Insert(EventMetadata metadata, string headers)
    {
        var names = Events.Select(Schema.NameOf).ToArray();
        return EventSession.Command(
            InsertEvents,
            Key,
            Events.Select(_ => Guid.CreateVersion7()).ToArray(),
            Events.Select((_, index) => Version + index + 1).ToArray(),
            new NpgsqlParameter
            {
                Value = Events.Select(stored => JsonSerializer.Serialize(stored, stored.GetType(), Schema.Json)).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
            },
            names.Select(name => name.Alias).ToArray(),
            names.Select(name => name.DotNetType).ToArray(),
            Text(metadata.CorrelationId),
            Text(metadata.CausationId),
            Jsonb(headers),
            Text(metadata.ActorId));
    }

    private static NpgsqlParameter Jsonb(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
