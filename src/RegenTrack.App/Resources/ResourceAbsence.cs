using Npgsql;

namespace RegenTrack.App.Resources;

/// <summary>The condition that a transaction is the only one to make a resource of a kind.</summary>
internal static class ResourceAbsence
{
    // One at a time for a type and an institution: whoever waits here sees, once it is its turn, what the one before has committed.
    private const string Turn = "select pg_advisory_xact_lock(hashtextextended($1, 6))";

    /// <summary>Statements for the end of a transaction: they fail with a conflict when somebody else's resource fits one of the queries.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Required(IReadOnlyList<ResourceQuery> queries)
    {
        // In one order, so that two transactions never wait for each other.
        foreach (var turn in queries.Select(query => $"{query.Type} {query.Institution}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            yield return new NpgsqlBatchCommand(Turn) { Parameters = { new() { Value = turn } } };
        foreach (var query in queries)
            yield return new QuerySql().Raw("select regentrack_require(not exists (select").From(query).Raw(" and r.xmin <> pg_current_xact_id()::xid))").Command();
    }
}
