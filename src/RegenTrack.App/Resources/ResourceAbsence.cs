using Npgsql;

namespace RegenTrack.App.Resources;

/// <summary>The condition that a transaction is the only one to make a resource of a kind.</summary>
internal static class ResourceAbsence
{
    // One at a time for a type and an institution: whoever waits here sees, once it is its turn, what the one before has committed.
    private const string Turn = "select pg_advisory_xact_lock(hashtextextended($1, 6))";

    /// <summary>Statements for the end of a transaction: they fail with a conflict when somebody else's resource fits the query.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Required(ResourceQuery query)
    {
        yield return new NpgsqlBatchCommand(Turn) { Parameters = { new() { Value = $"{query.Type} {query.Institution}" } } };
        yield return new QuerySql().Raw("select regentrack_require(not exists (select from fhir_resource r where ").Where(query).Raw(" and r.xmin <> pg_current_xact_id()::xid))").Command();
    }
}
