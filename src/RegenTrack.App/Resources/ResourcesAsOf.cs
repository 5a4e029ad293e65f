using Npgsql;

namespace RegenTrack.App.Resources;

/// <summary>
/// Resources as they were at an instant, in pages by id. Versions keep the instant of their transaction's beginning: once all that began until then have ended, what was then
/// never changes any more, and a page asked for again is the same (ADR 0055).
/// </summary>
public sealed class ResourcesAsOf(NpgsqlDataSource database, VaultedBodies bodies)
{
    // A transaction reports its beginning a moment after it began.
    private const string Settling = """
        select clock_timestamp() > $1 + interval '100 milliseconds' and not exists (
            select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and xact_start <= $1
            and (backend_xid is not null or xact_start > clock_timestamp() - interval '1 minute'))
        """;

    /// <summary>Whether nothing that was written until an instant is still under way. A transaction that has read for long and written nothing is taken for a reader.</summary>
    public async Task<bool> IsSettled(DateTimeOffset asOf, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Settling);
        command.Parameters.Add(new NpgsqlParameter { Value = asOf.UtcDateTime });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>A page of what an institution sees of a type. Where changes since an instant are asked for, a deleted resource has an empty body; else it is left out.</summary>
    public async Task<FoundResources> Page(AsOf range, string after, int limit, CancellationToken cancellation) => await bodies.Whole(await Rows(range, after, limit, cancellation), cancellation);

    private async Task<FoundResources> Rows(AsOf range, string after, int limit, CancellationToken cancellation)
    {
        var found = new FoundResources();
        try
        {
            await foreach (var row in Statement(range, after, limit).Rows(database, cancellation))
            {
                found.Add(range.Type, row);
                if (found.IsFull)
                    break;
            }

            return found;
        }
        catch
        {
            found.Dispose();
            throw;
        }
    }

    private static QuerySql Statement(AsOf range, string after, int limit)
    {
        var (seen, at) = (new[] { "", range.Institution }, range.At.UtcDateTime);
        var sql = new QuerySql()
            .Add($"select r.id, a.version, a.updated, coalesce(a.body, ''::bytea), null::float8, null::text[] from fhir_resource r cross join lateral (select r.version, r.updated, r.body where r.updated <= {at}")
            .Add($" union all (select v.version, v.updated, v.body from fhir_version v where r.updated > {at} and v.type = r.type and v.id = r.id and v.org = any({seen}) and v.updated <= {at} order by v.version desc limit 1)) a")
            .Add($" where r.type = {range.Type} and r.org = any({seen}) and r.id > {after}");
        if (range.UpTo is { } last)
            sql.Add($" and r.id <= {last}");
        if (range.Since is { } since)
            sql.Add($" and a.updated > {since.UtcDateTime}");
        else
            sql.Raw(" and a.body is not null");
        return sql.Add($" order by r.id limit {limit}");
    }
}

/// <summary>Which resources.</summary>
/// <param name="Institution">Whose, beside what is everybody's.</param>
/// <param name="Since">Only what changed after it; null for all.</param>
/// <param name="UpTo">Last id; null for the end.</param>
public sealed record AsOf(string Type, string Institution, DateTimeOffset At, DateTimeOffset? Since, string? UpTo = null);
