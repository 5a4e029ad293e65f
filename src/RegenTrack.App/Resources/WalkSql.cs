namespace RegenTrack.App.Resources;

/// <summary>The statements that meet a page by going through what an institution sees in an order; each continues the one before.</summary>
internal static class WalkSql
{
    public static IEnumerable<QuerySql> Parts(ResourceQuery query, ResourceOrder order, PageEnd? after, int limit, bool withRefs) => order switch
    {
        ResourceOrder.ByUpdate => [ByUpdate(query, order, after, limit, withRefs)],
        ResourceOrder.BySpan span => BySpan(query, span, after, limit, withRefs),
        _ => [ById(query, order.Descending, after, limit, withRefs)],
    };

    private static QuerySql ById(ResourceQuery query, bool descending, PageEnd? after, int limit, bool withRefs)
    {
        var order = descending ? "id desc" : "id";
        return QuerySql.IsByKeys(query)
            ? OfEach(query, order, limit, (sql, institution) => After(sql.Raw(Columns("null::float8", withRefs)).Raw(" from fhir_resource r where ").Along(query, institution), descending, after).Raw($" order by r.{order}"))
            : Rest(query, descending, after, limit, withRefs);
    }

    /// <summary>By id what may be few of many: by the planner's choice.</summary>
    private static QuerySql Rest(ResourceQuery query, bool descending, PageEnd? after, int limit, bool withRefs) =>
        After(new QuerySql().Raw(Columns("null::float8", withRefs)).Raw(" from fhir_resource r where ").Where(query), descending, after).Raw(descending ? " order by r.id desc" : " order by r.id").Add($" limit {limit}");

    private static QuerySql After(QuerySql sql, bool descending, PageEnd? after) =>
        after is null ? sql : sql.Add(descending ? (FormattableString)$" and r.id < {after.Id}" : $" and r.id > {after.Id}");

    private static QuerySql ByUpdate(ResourceQuery query, ResourceOrder by, PageEnd? after, int limit, bool withRefs)
    {
        var order = by.Descending ? "updated desc, id" : "updated, id desc";
        return OfEach(query, order, limit, (sql, institution) =>
        {
            sql.Raw(Columns("null::float8", withRefs)).Raw(" from fhir_resource r where ").Along(query, institution);
            if (after is { Updated: var last, Id: var id })
            {
                var at = last.UtcDateTime;
                sql.Add(by.Descending
                    ? (FormattableString)$" and r.updated <= {at} and (r.updated < {at} or r.id > {id})"
                    : $" and r.updated >= {at} and (r.updated > {at} or r.id < {id})");
            }

            sql.Raw($" order by {order}");
        });
    }

    private static IEnumerable<QuerySql> BySpan(ResourceQuery query, ResourceOrder.BySpan order, PageEnd? after, int limit, bool withRefs)
    {
        if (after is null or { Value: not null })
            yield return Valued(query, order, after, limit, withRefs);
        var without = query with { Conditions = [.. query.Conditions, new ResourceCondition.NoKey([order.Presence])] };
        yield return Rest(without, order.Descending, after is { Value: null } ? after : null, limit, withRefs);
    }

    /// <summary>Along the spans in their order; of several of one resource the first in that order counts.</summary>
    private static QuerySql Valued(ResourceQuery query, ResourceOrder.BySpan by, PageEnd? after, int limit, bool withRefs)
    {
        var (end, other, before, direction) = by.Descending ? ("high", "low", ">", " desc") : ("low", "high", "<", "");
        return OfEach(query, $"value{direction}, id{direction}", limit, (sql, institution) =>
        {
            sql.Raw(Columns($"s.{end}", withRefs));
            // The offset keeps the planner from turning the walk round: it takes what conditions leave for far fewer than they do.
            sql.Raw(" from fhir_span s cross join lateral (select * from fhir_resource r where ").Along(query, institution).Raw(" and r.id = s.id offset 0) r where ");
            sql.Add($"s.param = {by.Parameter} and s.org = {institution}");
            if (after is { Value: { } value, Id: var id })
                sql.Raw($" and (s.{end}, s.id) {(by.Descending ? "<" : ">")} (").Add($"{value}, {id})");
            sql.Raw($" and not exists (select from fhir_span o where o.type = r.type and o.id = r.id and o.param = s.param and (o.{end}, o.{other}) {before} (s.{end}, s.{other}))")
                .Raw($" order by s.{end}{direction}, s.id{direction}");
        });
    }

    /// <summary>A page for each institution that is seen, merged: the indexes keep the order within one.</summary>
    private static QuerySql OfEach(ResourceQuery query, string order, int limit, Action<QuerySql, string> page)
    {
        var sql = new QuerySql().Raw("select * from (");
        foreach (var (index, institution) in QuerySql.Seen(query).Index())
        {
            page(sql.Raw(index == 0 ? "(" : " union all ("), institution);
            sql.Add($" limit {limit})");
        }

        return sql.Raw($") seen order by {order}").Add($" limit {limit}");
    }

    private static string Columns(string value, bool withRefs) => $"select {QuerySql.Columns(value, withRefs)}";
}
