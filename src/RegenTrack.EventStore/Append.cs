using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.EventStore;

/// <summary>Events queued for one stream.</summary>
/// <param name="Version">The version they build on; 0 starts the stream; <see cref="Any"/> takes what is there.</param>
/// <param name="Before">The state they start from; null for a new stream, or when nobody wants it.</param>
/// <param name="State">The state they lead to; null when nobody wants it.</param>
/// <param name="Snapshot">Of that state; null when none is kept.</param>
internal sealed record Append(StreamSchema Schema, string Key, long Version, IReadOnlyList<object> Events, object? Before, object? State, byte[]? Snapshot, string? Shape)
{
    public const long Any = -1;

    // The stream's row comes first: a lost race raises before a sequence number is drawn, so it leaves no gap.
    private const string Moved = " select regentrack_moved($1) where not exists (select from s)";
    private const string ClaimNew = "with s as (insert into mt_streams (id, type, version) values ($1, $2, $3) on conflict do nothing returning id)";
    private const string ClaimNext = "with s as (update mt_streams set version = $3, timestamp = now() where id = $1 and version = $2 returning id)";

    private const string Columns = " insert into mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type, correlation_id, causation_id, headers, user_name) select nextval('mt_events_sequence'), ";
    private const string One = "$2, k.id, $3, $4, $5, $6, $7, $8, $9, $10 from ";
    private const string Many = "e.id, k.id, e.version, e.data, e.type, e.dotnet, $7, $8, $9, $10 from unnest($2, $3, $4, $5, $6) as e (id, version, data, type, dotnet), ";
    private const string Claimed = "(select $1::varchar as id) k";
    private const string Guarded = "(select id from s union all" + Moved + ") k";

    // The usual command is one statement with few parameters, which cost the driver more memory than what they hold.
    private const string StartOne = "with s as (insert into mt_streams (id, type, version) values ($1, split_part($1, ':', 1), $3) on conflict do nothing returning id)";
    private const string AdvanceOne = "with s as (update mt_streams set version = $3, timestamp = now() where id = $1 and version = $3 - 1 returning id)";
    private const string OneEvent = Columns + "$2, k.id, $3, $4, $5, $6, $8[1], $8[2], $7, $8[3] from " + Guarded;
    private const string KeepFirst = ", n as (insert into stream_snapshot (id, version, shape, data) select id, $3, $9, $10 from s)";
    private const string KeepNext = ", n as (insert into stream_snapshot (id, version, shape, data) select id, $3, $9, $10 from s on conflict (id) do update set version = excluded.version, shape = excluded.shape, data = excluded.data)";

    private const string Following =
        "with s as (insert into mt_streams as m (id, type, version) values ($1, $11, $12) on conflict (id) do update set version = m.version + $12, timestamp = now() returning id, version)"
        + Columns + "e.id, s.id, s.version - $12 + e.version, e.data, e.type, e.dotnet, $7, $8, $9, $10 from s, unnest($2, $3, $4, $5, $6) as e (id, version, data, type, dotnet) order by e.version";

    private const string InsertSnapshot = "insert into stream_snapshot (id, version, shape, data) values ($1, $2, $3, $4)";
    private const string UpsertSnapshot = InsertSnapshot + " on conflict (id) do update set version = excluded.version, shape = excluded.shape, data = excluded.data";

    private object Expected => Version > 0 ? Version : Schema.Alias;

    /// <summary>Writes one append that is alone in its transaction.</summary>
    public void Write(NpgsqlBatchCommandCollection commands, EventMetadata metadata, byte[] headers)
    {
        if (Events.Count == 1 && Version != Any)
        {
            commands.Add(Alone(metadata, headers));
        }
        else
        {
            Claim(commands);
            WriteClaimed(commands, metadata, headers);
        }
    }

    /// <summary>Moves the stream's row. Of several streams all rows are moved before any number is drawn.</summary>
    public void Claim(NpgsqlBatchCommandCollection commands)
    {
        if (Version != Any)
        {
            commands.Add(Sql.Command((Version == 0 ? ClaimNew : ClaimNext) + Moved, Key, Expected, Version + Events.Count));
        }
    }

    public void WriteClaimed(NpgsqlBatchCommandCollection commands, EventMetadata metadata, byte[] headers)
    {
        commands.Add(Version == Any ? Several(Following, metadata, headers)
            : Events.Count == 1 ? Single(Columns + One + Claimed, metadata, headers)
            : Several(Columns + Many + Claimed + " order by e.version", metadata, headers));
        if (Version == Any)
        {
            commands[^1].Parameters.Add(new NpgsqlParameter { Value = Schema.Alias });
            commands[^1].Parameters.Add(new NpgsqlParameter { Value = (long)Events.Count });
        }

        Keep(commands);
    }

    private void Keep(NpgsqlBatchCommandCollection commands)
    {
        if (Snapshot is not null)
        {
            commands.Add(Sql.Command(Version == 0 ? InsertSnapshot : UpsertSnapshot, Key, Version + Events.Count, Shape, Sql.Jsonb(Snapshot)));
        }
    }

    private NpgsqlBatchCommand Alone(EventMetadata metadata, byte[] headers)
    {
        var name = Schema.NameOf(Events[0]);
        var command = Sql.Command(
            (Version, Snapshot) switch
            {
                (0, null) => StartOne + OneEvent,
                (0, _) => StartOne + KeepFirst + OneEvent,
                (_, null) => AdvanceOne + OneEvent,
                _ => AdvanceOne + KeepNext + OneEvent,
            },
            Key, Guid.CreateVersion7(), Version + 1, Sql.Jsonb(Json(Events[0])), name.Alias, name.DotNetType, Sql.Jsonb(headers), new[] { metadata.CorrelationId, metadata.CausationId, metadata.ActorId });
        if (Snapshot is not null)
        {
            command.Parameters.Add(Sql.Text(Shape));
            command.Parameters.Add(Sql.Jsonb(Snapshot));
        }

        return command;
    }

    private NpgsqlBatchCommand Single(string sql, EventMetadata metadata, byte[] headers)
    {
        var name = Schema.NameOf(Events[0]);
        return Sql.Command(
            sql, Key, Guid.CreateVersion7(), Version + 1, Sql.Jsonb(Json(Events[0])), name.Alias, name.DotNetType, metadata.CorrelationId, metadata.CausationId, Sql.Jsonb(headers), metadata.ActorId);
    }

    private NpgsqlBatchCommand Several(string sql, EventMetadata metadata, byte[] headers)
    {
        var (ids, versions, data, types, dotnet) = (new Guid[Events.Count], new long[Events.Count], new byte[Events.Count][], new string[Events.Count], new string[Events.Count]);
        for (var index = 0; index < Events.Count; index++)
        {
            var name = Schema.NameOf(Events[index]);
            (ids[index], versions[index], data[index], types[index], dotnet[index]) = (Guid.CreateVersion7(), Math.Max(Version, 0) + index + 1, Json(Events[index]), name.Alias, name.DotNetType);
        }

        return Sql.Command(
            sql, Key, ids, versions, new NpgsqlParameter { Value = data, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb }, types, dotnet,
            metadata.CorrelationId, metadata.CausationId, Sql.Jsonb(headers), metadata.ActorId);
    }

    private byte[] Json(object stored) => JsonSerializer.SerializeToUtf8Bytes(stored, stored.GetType(), Schema.Json);
}
