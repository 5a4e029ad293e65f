using Npgsql;
using NpgsqlTypes;
using RegenTrack.EventStore;

namespace RegenTrack.App.Notices;

/// <summary>A resource that an event changed.</summary>
/// <param name="Sequence">Of the event.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Institution">Who may see it; empty for every hospital.</param>
/// <param name="Body">UTF-8 JSON as it then was; null for a deletion.</param>
/// <param name="Before">As it was before; null when there was none.</param>
public sealed record NoticedChange(long Sequence, string Type, string Id, long Version, DateTimeOffset At, string Institution, byte[]? Body, byte[]? Before)
{
    // An append shows its resources at the version of its last event; its earlier events find nothing here.
    private const string Query = """
        with event as (select * from unnest($1, $2, $3) as e (seq, stream, version)),
             changed as (
                select e.seq, r.type, r.id, r.version, r.updated, r.org, r.body from event e join fhir_resource r on r.stream = e.stream and r.version = e.version where r.type = any($4)
                union all
                select e.seq, v.type, v.id, v.version, v.updated, v.org, v.body from event e join fhir_version v on v.stream = e.stream and v.version = e.version where v.type = any($4))
        select c.seq, c.type, c.id, c.version, c.updated, c.org, c.body,
               (select v.body from fhir_version v where v.type = c.type and v.id = c.id and v.version < c.version order by v.version desc limit 1)
        from changed c order by c.seq, c.type, c.id
        """;

    /// <summary>The changes of resources of some types that events made, in their order.</summary>
    public static async Task<IReadOnlyList<NoticedChange>> Of(NpgsqlDataSource database, IReadOnlyList<EventRow> events, IReadOnlyList<string> types, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.Add(new() { Value = events.Select(row => row.Sequence).ToArray() });
        command.Parameters.Add(new() { Value = events.Select(row => row.StreamKey).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        command.Parameters.Add(new() { Value = events.Select(row => row.Version).ToArray() });
        command.Parameters.Add(new() { Value = types.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var changes = new List<NoticedChange>();
        while (await reader.ReadAsync(cancellation))
        {
            changes.Add(new(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), new DateTimeOffset(reader.GetDateTime(4), TimeSpan.Zero), reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<byte[]>(7)));
        }

        return changes;
    }
}
