using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.App.Resources;

/// <summary>Reads resources and what they were. An institution sees its own and what is everybody's; anything else looks absent.</summary>
public sealed class ResourceReader(NpgsqlDataSource database, VaultedBodies bodies)
{
    private const string Columns = "type, id, version, updated, body";
    private const string Visible = "type = $1 and org = any($2)";
    private const string Current = $"select {Columns} from fhir_resource where {Visible} and id = $3";

    private const string Standing = "select r.version, s.version, r.type, r.id from fhir_resource r join mt_streams s on s.id = r.stream where org = any($1) and body is not null and ";

    private const string Once = $"""
        select {Columns} from fhir_resource where {Visible} and id = $3 and version = $4
        union all select {Columns} from fhir_version where {Visible} and id = $3 and version = $4
        """;

    // Each branch gives a page of its own in order, so that neither table is read whole.
    private const string Before = "and updated >= $4 and ($5::timestamptz is null or (updated, id, version) < ($5, $6, $7)) order by updated desc, id desc, version desc limit $8";

    private const string Past = $"""
        select * from ((select {Columns} from fhir_resource where {Visible} and ($3::text is null or id = $3) {Before})
             union all (select {Columns} from fhir_version where {Visible} and ($3::text is null or id = $3) {Before})) versions
        order by updated desc, id desc, version desc limit $8
        """;

    /// <summary>The resource as it now is; with a null body when it was deleted; null when there is none.</summary>
    public Task<StoredResource?> Find(string type, string id, string? institution, CancellationToken cancellation) =>
        One(Current, cancellation, Text(type), Seen(institution), Text(id));

    /// <summary>The resource at one of its versions.</summary>
    public Task<StoredResource?> Find(string type, string id, long version, string? institution, CancellationToken cancellation) =>
        One(Once, cancellation, Text(type), Seen(institution), Text(id), new() { Value = version });

    /// <summary>Where the stream of a visible resource stands, with the resource's own version; null when there is none, or a deleted one.</summary>
    public async Task<ResourcePlace?> Place(string type, string id, string? institution, CancellationToken cancellation)
    {
        await using var command = Command(Standing + "r.type = $2 and r.id = $3", Seen(institution), Text(type), Text(id));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new ResourcePlace(reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    /// <summary>The same of several in one round trip; those that there are.</summary>
    public async Task<IReadOnlyDictionary<(string Type, string Id), ResourcePlace>> Places(IReadOnlyList<(string Type, string Id)> resources, string? institution, CancellationToken cancellation)
    {
        await using var command = Command(
            Standing + "(r.type, r.id) in (select * from unnest($2, $3))", Seen(institution),
            new() { Value = resources.Select(resource => resource.Type).ToArray() }, new() { Value = resources.Select(resource => resource.Id).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var places = new Dictionary<(string, string), ResourcePlace>();
        while (await reader.ReadAsync(cancellation))
        {
            places[(reader.GetString(2), reader.GetString(3))] = new ResourcePlace(reader.GetInt64(0), reader.GetInt64(1));
        }

        return places;
    }

    /// <summary>Versions, newest first: of one resource, or of all of a type.</summary>
    /// <param name="since">Not older than this; null for all.</param>
    /// <param name="after">The last one of the page before.</param>
    public async Task<IReadOnlyList<StoredResource>> History(string type, string? id, string? institution, DateTimeOffset? since, StoredResource? after, int limit, CancellationToken cancellation)
    {
        return await bodies.Whole(await Rows(
            Past, cancellation, Text(type), Seen(institution), Text(id),
            new() { Value = since?.UtcDateTime ?? DateTime.UnixEpoch, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            new() { Value = (object?)after?.Updated.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            Text(after?.Id), new() { Value = after?.Version ?? 0 }, new() { Value = limit }), cancellation);
    }

    private async Task<StoredResource?> One(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        return await bodies.Whole(await Rows(sql, cancellation, parameters), cancellation) is [var row, ..] ? row : null;
    }

    private async Task<IReadOnlyList<StoredResource>> Rows(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<StoredResource>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    private NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Seen(string? institution) => new() { Value = institution is null ? [""] : new[] { "", institution } };

    private static StoredResource Row(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetInt64(2), new DateTimeOffset(reader.GetDateTime(3), TimeSpan.Zero), reader.IsDBNull(4) ? null : reader.GetFieldValue<byte[]>(4));
}

/// <summary>A resource at one of its versions.</summary>
/// <param name="Updated">UTC, of the database.</param>
/// <param name="Body">UTF-8 JSON without version and instant; null when that version is its deletion.</param>
public sealed record StoredResource(string Type, string Id, long Version, DateTimeOffset Updated, byte[]? Body);

/// <summary>Where a resource stands.</summary>
/// <param name="Version">Of the resource, as hospitals see it.</param>
/// <param name="StreamVersion">Of the stream behind it, which may have moved without changing it.</param>
public sealed record ResourcePlace(long Version, long StreamVersion);
