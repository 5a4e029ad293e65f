namespace RegenTrack.App.Resources;

/// <summary>The statements of a page, each of which continues the one before.</summary>
internal static class PageSql
{
    public static IEnumerable<QuerySql> Parts(ResourceQuery query, ResourceOrder order, PageEnd? after, int limit, bool withRefs) => order switch
    {
        ResourceOrder.ByUpdate => [ByUpdate(query, order, after, limit, withRefs)],
        ResourceOrder.BySpan span => BySpan(query, span, after, limit, withRefs),
        _ => [ById(query, order.Descending, after, limit, withRefs)],
    };

    private static QuerySql ById(ResourceQuery query, bool descending, PageEnd? after, int limit, bool withRefs)
    {
        var sql = Select("null::float8", withRefs).Raw("from fhir_resource r where ").Where(query);
        if (after is not null)
            sql.Add(descending ? (FormattableString)$" and r.id < {after.Id}" : $" and r.id > {after.Id}");
        return sql.Raw(descending ? " order by r.id desc" : " order by r.id").Add($" limit {limit}");
    }

    // A page for each institution that is seen, merged: the index keeps the order within one.
    private static QuerySql ByUpdate(ResourceQuery query, ResourceOrder by, PageEnd? after, int limit, bool withRefs)
    {
        var order = by.Descending ? "updated desc, id" : "updated, id desc";
        var sql = new QuerySql().Raw("select * from (");
        foreach (var (index, institution) in QuerySql.Seen(query).Index())
        {
            sql.Raw(index == 0 ? "(" : " union all (").Raw(Columns("null::float8", withRefs)).Raw("from fhir_resource r where ").Where(query, institution, by.IsWalked);
            if (after is { Updated: var last, Id: var id })
            {
                var at = last.UtcDateTime;
                sql.Add(by.Descending
                    ? (FormattableString)$" and r.updated <= {at} and (r.updated < {at} or r.id > {id})"
                    : $" and r.updated >= {at} and (r.updated > {at} or r.id < {id})");
            }

            sql.Raw($" order by {order} limit ").Add($"{limit})");
        }

        return sql.Raw($") seen order by {order} limit ").Add($"{limit}");
    }

    private static IEnumerable<QuerySql> BySpan(ResourceQuery query, ResourceOrder.BySpan order, PageEnd? after, int limit, bool withRefs)
    {
        if (after is null or { Value: not null })
            yield return Valued(query, order, after, limit, withRefs);
        var without = query with { Conditions = [.. query.Conditions, new ResourceCondition.NoKey([order.Presence])] };
        yield return ById(without, order.Descending, after is { Value: null } ? after : null, limit, withRefs);
    }

    /// <summary>Along the spans in their order; of several of one resource the first in that order counts.</summary>
    private static QuerySql Valued(ResourceQuery query, ResourceOrder.BySpan order, PageEnd? after, int limit, bool withRefs)
    {
        var (end, other, before, direction) = order.Descending ? ("high", "low", ">", " desc") : ("low", "high", "<", "");
        var sql = Select($"s.{end}", withRefs);
        // The offset keeps the planner from turning the walk round: it takes the few that conditions seem to leave for far fewer than they are.
        if (order.IsWalked)
            sql.Raw("from fhir_span s cross join lateral (select * from fhir_resource r where ").Where(query).Add($" and r.id = s.id offset 0) r where s.param = {order.Parameter}");
        else
            sql.Raw("from fhir_span s join fhir_resource r on r.type = s.type and r.id = s.id where ").Where(query).Add($" and s.param = {order.Parameter}");
        if (after is { Value: { } value, Id: var id })
            sql.Raw($" and (s.{end}, s.id) {(order.Descending ? "<" : ">")} (").Add($"{value}, {id})");
        return sql.Raw($" and not exists (select from fhir_span o where o.type = r.type and o.id = r.id and o.param = s.param and (o.{end}, o.{other}) {before} (s.{end}, s.{other}))")
            .Raw($" order by s.{end}{direction}, s.id{direction}").Add($" limit {limit}");
    }

    private static QuerySql Select(string value, bool withRefs) => new QuerySql().Raw(Columns(value, withRefs));

    private static string Columns(string value, bool withRefs) => $"select r.id, r.version, r.updated, r.body, {value} as value, {(withRefs ? "r.refs" : "null::text[]")} as refs ";
}
