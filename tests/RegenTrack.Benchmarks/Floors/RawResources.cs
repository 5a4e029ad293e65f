using Npgsql;

namespace RegenTrack.Benchmarks.Floors;

/// <summary>The resources that commands left for hospitals, and the same rows by hand-written SQL.</summary>
internal static class RawResources
{
    /// <remarks>The keys of the past are gone, so each version gets those of the last one.</remarks>
    public static async Task<ILookup<(string Stream, long Version), RawResource>> Read(NpgsqlDataSource database)
    {
        var resources = new List<RawResource>();
        await using var select = database.CreateCommand("""
            select v.stream, v.version, v.type, v.id, v.org, v.body, r.keys, r.refs,
                   array(select param from fhir_span s where s.type = v.type and s.id = v.id order by param, low, high), array(select low from fhir_span s where s.type = v.type and s.id = v.id order by param, low, high),
                   array(select high from fhir_span s where s.type = v.type and s.id = v.id order by param, low, high),
                   array(select param from fhir_text t where t.type = v.type and t.id = v.id order by param, norm), array(select norm from fhir_text t where t.type = v.type and t.id = v.id order by param, norm),
                   not exists (select from fhir_version p where p.type = v.type and p.id = v.id and p.version < v.version)
            from (select type, id, version, org, stream, body from fhir_resource union all select type, id, version, org, stream, body from fhir_version) v join fhir_resource r using (type, id)
            where v.body is not null
            """);
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            resources.Add(new RawResource(
                reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<long[]>(6), reader.GetFieldValue<string[]>(7),
                reader.GetFieldValue<long[]>(8), reader.GetFieldValue<double[]>(9), reader.GetFieldValue<double[]>(10), reader.GetFieldValue<long[]>(11), reader.GetFieldValue<string[]>(12), reader.GetBoolean(13)));
        }

        return resources.ToLookup(resource => (resource.Stream, resource.Version));
    }

    /// <summary>The statements that write one under a run's own id and stream.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Statements(RawResource one, string run)
    {
        if (one.IsFirst)
        {
            yield return RawRows.Statement(
                "insert into fhir_resource (type, id, version, updated, org, stream, keys, refs, body) values ($1, $2, $3, now(), $4, $5, $6, $7, $8)",
                one.Type, run + one.Id, one.Version, one.Institution, run + one.Stream, one.Keys, one.Refs, one.Body);
        }
        else
        {
            yield return RawRows.Statement(
                "insert into fhir_version (type, id, version, updated, org, stream, body) select type, id, version, updated, org, stream, body from fhir_resource where type = $1 and id = $2", one.Type, run + one.Id);
            yield return RawRows.Statement(
                "update fhir_resource set version = $3, updated = now(), keys = $4, refs = $5, body = $6 where type = $1 and id = $2", one.Type, run + one.Id, one.Version, one.Keys, one.Refs, one.Body);
            yield return RawRows.Statement("delete from fhir_span where type = $1 and id = $2", one.Type, run + one.Id);
            yield return RawRows.Statement("delete from fhir_text where type = $1 and id = $2", one.Type, run + one.Id);
        }

        yield return RawRows.Statement("insert into fhir_span (type, id, org, param, low, high) select $1, $2, $3, * from unnest($4, $5, $6)", one.Type, run + one.Id, one.Institution, one.Spans, one.Lows, one.Highs);
        yield return RawRows.Statement("insert into fhir_text (type, id, param, norm) select $1, $2, * from unnest($3, $4)", one.Type, run + one.Id, one.Texts, one.Norms);
    }
}

/// <summary>One version of a resource with its search keys.</summary>
/// <param name="Spans">Parameters of its dates and numbers; their ends are <paramref name="Lows"/> and <paramref name="Highs"/>.</param>
/// <param name="Texts">Parameters of its texts; they are <paramref name="Norms"/>.</param>
internal sealed record RawResource(
    string Stream, long Version, string Type, string Id, string Institution, byte[] Body, long[] Keys, string[] Refs, long[] Spans, double[] Lows, double[] Highs, long[] Texts, string[] Norms, bool IsFirst);
