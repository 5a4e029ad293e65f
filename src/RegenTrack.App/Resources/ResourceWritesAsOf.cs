using Npgsql;

namespace RegenTrack.App.Resources;

/// <summary>
/// The writes of an institution's resources until an instant, in pages. What was written until then is settled when it is asked for, so that a page asked for again is the same (ADR 0055).
/// </summary>
public sealed class ResourceWritesAsOf(NpgsqlDataSource database)
{
    /// <summary>Latest first, and in the order of id and version what was written together.</summary>
    /// <param name="from">Only this one and what comes after it; null for the beginning.</param>
    /// <param name="withBodies">Whether it is told what the versions are.</param>
    public async Task<IReadOnlyList<ResourceWrite>> Page(AsOf range, WritePlace? from, int limit, bool withBodies, CancellationToken cancellation)
    {
        var found = new List<ResourceWrite>();
        await foreach (var row in Statement(range, from, limit, withBodies).Rows(database, cancellation))
            found.Add(ResourceWrites.Row(row) with { Body = row.IsDBNull(9) ? null : row.GetFieldValue<byte[]>(9) });
        return found;
    }

    // Each place gives a page of its own in the order of an index, so that no table is read whole.
    private static QuerySql Statement(AsOf range, WritePlace? from, int limit, bool withBodies)
    {
        var (sql, at) = (new QuerySql().Raw("select * from ("), range.At.UtcDateTime);
        foreach (var (index, table) in ResourceWrites.Tables.Index())
        {
            sql.Raw(index == 0 ? "(" : " union all (").Add($"select w.* from unnest({new[] { range.Institution, "" }}) o (org) cross join lateral (")
                .Raw($"{ResourceWrites.Columns}, {(withBodies ? "r.body" : "null::bytea")} as body from {table} r join mt_events e on e.stream_id = r.stream and e.version = r.version")
                .Add($" where r.type = {range.Type} and r.org = o.org and (r.org <> '' or e.headers ->> 'institution' = {range.Institution}) and r.updated <= {at}");
            if (range.Since is { } since)
                sql.Add($" and r.updated > {since.UtcDateTime}");
            if (from is var (last, id, version))
                sql.Add($" and r.updated <= {last.UtcDateTime} and (r.updated < {last.UtcDateTime} or (r.id, r.version) >= ({id}, {version}))");
            sql.Add($" order by r.updated desc, r.id, r.version limit {limit}) w)");
        }

        return sql.Add($") found order by updated desc, id, version limit {limit}");
    }
}

/// <summary>Where a write stands among those of its type.</summary>
/// <param name="At">When it was recorded, UTC.</param>
public sealed record WritePlace(DateTimeOffset At, string Id, long Version);
