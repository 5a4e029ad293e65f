using Npgsql;
using RegenTrack.EventStore;

namespace RegenTrack.App.Resources;

/// <summary>
/// What led to the versions of resources, latest first: each version stands at the position of its stream's event, which knows who wrote it. Nothing is kept for it (ADR 0054).
/// </summary>
public sealed class ResourceWrites(NpgsqlDataSource database)
{
    internal const string Columns = """
        select e.seq_id, r.updated, e.user_name, e.headers, r.type, r.id, r.version, r.body is null as gone,
               not exists (select from fhir_version p where p.type = r.type and p.id = r.id and p.version < r.version) as first
        """;

    internal static readonly string[] Tables = ["fhir_resource", "fhir_version"];

    public async Task<IReadOnlyList<ResourceWrite>> Find(ResourceWriteQuery query, int limit, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Statement(query, limit).Command());
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        var found = new List<ResourceWrite>();
        while (await row.ReadAsync(cancellation))
            found.Add(Row(row));
        return found;
    }

    internal static ResourceWrite Row(NpgsqlDataReader row)
    {
        var by = EventMetadata.Read(row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3));
        return new(row.GetInt64(0), new DateTimeOffset(row.GetDateTime(1), TimeSpan.Zero), by, row.GetString(4), row.GetString(5), row.GetInt64(6), row.GetBoolean(8), row.GetBoolean(7));
    }

    private static QuerySql Statement(ResourceWriteQuery query, int limit)
    {
        var sql = new QuerySql().Raw("select * from (");
        foreach (var (index, table) in Tables.Index())
        {
            sql.Raw(index == 0 ? "(select w.* from " : " union all (select w.* from ");
            One(sql, table, query, limit).Raw(")");
        }

        return sql.Add($") found order by updated desc, seq_id desc, type desc, id desc limit {limit}");
    }

    // Each place gives a page of its own in the order of an index, so that no table is read whole.
    private static QuerySql One(QuerySql sql, string table, ResourceWriteQuery query, int limit)
    {
        if (query.Targets is { } targets)
            sql.Add($"unnest({targets.Select(one => one.Type).ToArray()}, {targets.Select(one => one.Id).ToArray()}) t (type, id)");
        else
            sql.Add($"unnest({query.Types.ToArray()}) t (type)");
        sql.Add($" cross join unnest({new[] { query.Institution, "" }}) o (org) cross join lateral (")
            .Raw($"{Columns} from {table} r join mt_events e on e.stream_id = r.stream and e.version = r.version where r.type = t.type and r.org = o.org")
            .Raw(query.Targets is null ? "" : " and r.id = t.id")
            .Add($" and (r.org <> '' or e.headers ->> 'institution' = {query.Institution})");
        Conditions(sql, query);
        return sql.Add($" order by r.updated desc, e.seq_id desc, r.id desc limit {limit}) w");
    }

    private static void Conditions(QuerySql sql, ResourceWriteQuery query)
    {
        if (query.Version is { } version)
            sql.Add($" and r.version = {version}");
        if (query.Sequence is { } sequence)
            sql.Add($" and e.seq_id = {sequence} and r.stream = (select stream_id from mt_events where seq_id = {sequence})");
        if (query.IsOwn || query.Client is not null)
            sql.Add($" and e.headers ->> 'institution' = {query.Institution}");
        if (query.Client is { } client)
            sql.Add($" and e.user_name = {client}");
        foreach (var (from, to) in query.Recorded)
        {
            if (from is { } start)
                sql.Add($" and r.updated >= {start.UtcDateTime}");
            if (to is { } end)
                sql.Add($" and r.updated < {end.UtcDateTime}");
        }

        if (query.UpTo is { } last)
            sql.Add($" and r.updated <= {last.At.UtcDateTime} and (r.updated, e.seq_id, r.type, r.id) <= ({last.At.UtcDateTime}, {last.Sequence}, {last.Type}, {last.Id})");
    }
}
