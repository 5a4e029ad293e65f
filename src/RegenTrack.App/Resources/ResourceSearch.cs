using System.Text.Json;
using Npgsql;

namespace RegenTrack.App.Resources;

/// <summary>Finds resources by their keys. Nothing is found that the asking institution may not see.</summary>
public sealed class ResourceSearch(NpgsqlDataSource database, VaultedBodies bodies)
{
    /// <summary>A page in order, met by going through them: soonest when many fit.</summary>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="limit">Greatest number of rows.</param>
    /// <param name="withRefs">Whether it matters where they point.</param>
    public async Task<FoundResources> Walk(ResourceQuery query, ResourceOrder order, PageEnd? after, int limit, bool withRefs, CancellationToken cancellation)
    {
        var found = new FoundResources();
        foreach (var part in WalkSql.Parts(query, order, after, limit, withRefs))
        {
            // A part that only follows when the one before is exhausted.
            if (found.Count >= limit || found.IsFull)
                break;
            await foreach (var row in part.Rows(database, cancellation))
            {
                if (found.Count >= limit || found.IsFull)
                    break;
                found.Add(query.Type, row);
            }
        }

        return await bodies.Whole(found, cancellation);
    }

    /// <summary>How many fit, counted no further than to a number, and the same page of them; null when they are not fewer than another.</summary>
    public async Task<(FoundResources? Page, long Count)> LookUp(
        ResourceQuery query, ResourceOrder order, PageEnd? after, int limit, long most, long below, bool withRefs, CancellationToken cancellation)
    {
        var (found, count) = (new FoundResources(), 0L);
        await foreach (var row in LookUpSql.Of(query, order, after, limit, most, below, withRefs).Rows(database, cancellation))
        {
            count = row.GetInt64(6);
            if (row.IsDBNull(0) || found.IsFull)
                break;
            found.Add(query.Type, row);
        }

        return (count < below ? await bodies.Whole(found, cancellation) : null, count);
    }

    /// <summary>How many there are.</summary>
    public async Task<long> Count(ResourceQuery query, CancellationToken cancellation)
    {
        await foreach (var row in new QuerySql().Raw("select count(*)").From(query).Rows(database, cancellation))
            return row.GetInt64(0);
        return 0;
    }

    /// <summary>How many there are about, as the database's statistics have it.</summary>
    public async Task<long> Estimate(ResourceQuery query, CancellationToken cancellation)
    {
        var sql = new QuerySql().Raw("explain (format json) select from fhir_resource r where ").Where(query);
        await foreach (var row in sql.Rows(database, cancellation))
        {
            using var plan = JsonDocument.Parse(row.GetString(0));
            return plan.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetInt64();
        }

        return 0;
    }

    /// <summary>The ids of what is found, in no order.</summary>
    public Task<IReadOnlyList<string>> Ids(ResourceQuery query, int limit, CancellationToken cancellation) =>
        Texts(new QuerySql().Raw("select r.id").From(query).Add($" limit {limit}"), cancellation);

    /// <summary>The same with the version at which each stands.</summary>
    public async Task<IReadOnlyList<(string Id, long Version)>> Standing(ResourceQuery query, int limit, CancellationToken cancellation)
    {
        var standing = new List<(string, long)>();
        await foreach (var row in new QuerySql().Raw("select r.id, r.version").From(query).Add($" limit {limit}").Rows(database, cancellation))
            standing.Add((row.GetString(0), row.GetInt64(1)));
        return standing;
    }

    /// <summary>Where what is found points by paths of a beginning (<c>parameter&gt;Type/</c>): the ends of the paths.</summary>
    public Task<IReadOnlyList<string>> Targets(ResourceQuery query, string path, int limit, CancellationToken cancellation) => Texts(
        new QuerySql().Add($"select distinct substr(path, {path.Length + 1}) from (select unnest(r.refs) as path").From(query).Add($") pointing where starts_with(path, {path}) limit {limit}"),
        cancellation);

    private async Task<IReadOnlyList<string>> Texts(QuerySql sql, CancellationToken cancellation)
    {
        var texts = new List<string>();
        await foreach (var row in sql.Rows(database, cancellation))
            texts.Add(row.GetString(0));
        return texts;
    }
}
