namespace RegenTrack.App.Resources;

/// <summary>The statements that find all that fits by its keys, once for the number and for a page of it. For when few fit: they cost as much as there are.</summary>
internal static class LookUpSql
{
    /// <summary>The first page by id, and how many fit in the seventh column of each row: right when these are fewer than <paramref name="most"/>. Of one table alone, so that it is planned soonest.</summary>
    public static QuerySql Handful(ResourceQuery query, bool descending, int limit, int most, bool withRefs) => new QuerySql()
        .Raw($"select {QuerySql.Columns("null::float8", withRefs)}, count(*) over () from (select * from fhir_resource r where ").Where(query)
        .Add($" limit {most}) r").Raw(descending ? " order by r.id desc" : " order by r.id").Add($" limit {limit}");

    /// <summary>Always at least one row; the seventh column says how many fit. Where no fewer fit than a page is wanted of, the other columns are null.</summary>
    /// <param name="most">Up to here they are counted.</param>
    /// <param name="below">Of so many there is no page.</param>
    public static QuerySql Of(ResourceQuery query, ResourceOrder order, PageEnd? after, int limit, long most, long below, bool withRefs)
    {
        var sql = new QuerySql().Raw("with fit as materialized (select r.id, r.updated from fhir_resource r where ").Where(query).Add($" limit {most}) ")
            .Raw($"select {QuerySql.Columns("page.value", withRefs)}, counted.total from (select count(*) as total from fit) counted left join lateral (")
            .Raw("select fit.id as found, fit.updated as moment, ");
        if (order is ResourceOrder.BySpan span)
            sql.Raw($"ends.value from fit cross join lateral (select {(span.Descending ? "max(s.high)" : "min(s.low)")} as value from fhir_span s where ").Add($"s.type = {query.Type} and s.id = fit.id and s.param = {span.Parameter}) ends");
        else
            sql.Raw("null::float8 as value from fit");
        sql.Add($" where counted.total < {below}");
        if (after is not null)
            After(sql.Raw(" and "), order, after);
        return sql.Raw($" order by {Columns(order)}").Add($" limit {limit}) page on true left join fhir_resource r on r.type = {query.Type} and r.id = page.found").Raw($" order by {Columns(order)}");
    }

    private static string Columns(ResourceOrder order) => (order, order.Descending) switch
    {
        (ResourceOrder.ByUpdate, true) => "moment desc, found",
        (ResourceOrder.ByUpdate, false) => "moment, found desc",
        (ResourceOrder.BySpan, true) => "value desc nulls last, found desc",
        (ResourceOrder.BySpan, false) => "value, found",
        (_, true) => "found desc",
        _ => "found",
    };

    private static void After(QuerySql sql, ResourceOrder order, PageEnd after) => _ = (order, order.Descending, after) switch
    {
        (ResourceOrder.ByUpdate, true, _) => sql.Add($"(fit.updated < {after.Updated.UtcDateTime} or fit.updated = {after.Updated.UtcDateTime} and fit.id > {after.Id})"),
        (ResourceOrder.ByUpdate, false, _) => sql.Add($"(fit.updated > {after.Updated.UtcDateTime} or fit.updated = {after.Updated.UtcDateTime} and fit.id < {after.Id})"),
        (ResourceOrder.BySpan, true, { Value: { } value }) => sql.Add($"((ends.value, fit.id) < ({value}, {after.Id}) or ends.value is null)"),
        (ResourceOrder.BySpan, false, { Value: { } value }) => sql.Add($"((ends.value, fit.id) > ({value}, {after.Id}) or ends.value is null)"),
        (ResourceOrder.BySpan, true, _) => sql.Add($"ends.value is null and fit.id < {after.Id}"),
        (ResourceOrder.BySpan, false, _) => sql.Add($"ends.value is null and fit.id > {after.Id}"),
        (_, true, _) => sql.Add($"fit.id < {after.Id}"),
        _ => sql.Add($"fit.id > {after.Id}"),
    };
}
