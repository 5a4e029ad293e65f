using System.Globalization;

namespace RegenTrack.App.Resources;

/// <summary>The statement that finds all that fits by its keys, once for the number and for a page of it. For when few fit: it costs as much as there are.</summary>
internal static class LookUpSql
{
    /// <summary>Always at least one row; the seventh column says how many fit. Where no fewer fit than a page is wanted of, the other columns are null.</summary>
    /// <param name="most">Up to here they are counted.</param>
    /// <param name="below">Of so many there is no page.</param>
    public static QuerySql Of(ResourceQuery query, ResourceOrder order, PageEnd? after, int limit, long most, long below, bool withRefs)
    {
        var value = order is ResourceOrder.BySpan span
            ? string.Create(CultureInfo.InvariantCulture, $"(select {(span.Descending ? "max(s.high)" : "min(s.low)")} from fhir_span s where s.type = r.type and s.id = r.id and s.param = {span.Parameter})")
            : "null::float8";
        var sql = new QuerySql().Raw("select page.*, fit.total from (select ");
        sql = QuerySql.IsLookedUp(query) ? Again(sql, query, value, most, below, withRefs) : ByPlace(sql, query, value, most, below, withRefs);
        if (after is not null)
            After(sql.Raw(" where "), order, after);
        return sql.Raw($" order by {Columns(order)}").Add($" limit {limit}) page on true").Raw($" order by {Columns(order)}");
    }

    // Where keys alone decide, looking them up twice costs less than keeping what was found.
    private static QuerySql Again(QuerySql sql, ResourceQuery query, string value, long most, long below, bool withRefs) => sql
        .Raw("count(*) as total from (select").From(query).Add($" limit {most}) counted) fit left join lateral (select * from (select ").Raw(QuerySql.Columns(value, withRefs)).From(query)
        .Add($" and fit.total < {below} and r.type || '|' || r.org = any({QuerySql.Seen(query).Select(institution => $"{query.Type}|{institution}").ToArray()})) r");

    // Else it is taken by where it lies, so that the conditions are planned once.
    private static QuerySql ByPlace(QuerySql sql, ResourceQuery query, string value, long most, long below, bool withRefs) => sql
        .Raw("coalesce(cardinality(places), 0)::bigint as total, places from (select array_agg(place) as places from (select r.ctid as place").From(query).Add($" limit {most}) counted) gathered) fit")
        .Raw(" left join lateral (select * from (select ").Raw(QuerySql.Columns(value, withRefs)).Add($" from unnest(case when fit.total < {below} then fit.places end) one (place) join fhir_resource r on r.ctid = one.place) r");

    private static string Columns(ResourceOrder order) => (order, order.Descending) switch
    {
        (ResourceOrder.ByUpdate, true) => "updated desc, id",
        (ResourceOrder.ByUpdate, false) => "updated, id desc",
        (ResourceOrder.BySpan, true) => "value desc nulls last, id desc",
        (ResourceOrder.BySpan, false) => "value, id",
        (_, true) => "id desc",
        _ => "id",
    };

    private static void After(QuerySql sql, ResourceOrder order, PageEnd after) => _ = (order, order.Descending, after) switch
    {
        (ResourceOrder.ByUpdate, true, _) => sql.Add($"(r.updated < {after.Updated.UtcDateTime} or r.updated = {after.Updated.UtcDateTime} and r.id > {after.Id})"),
        (ResourceOrder.ByUpdate, false, _) => sql.Add($"(r.updated > {after.Updated.UtcDateTime} or r.updated = {after.Updated.UtcDateTime} and r.id < {after.Id})"),
        (ResourceOrder.BySpan, true, { Value: { } value }) => sql.Add($"((r.value, r.id) < ({value}, {after.Id}) or r.value is null)"),
        (ResourceOrder.BySpan, false, { Value: { } value }) => sql.Add($"((r.value, r.id) > ({value}, {after.Id}) or r.value is null)"),
        (ResourceOrder.BySpan, true, _) => sql.Add($"r.value is null and r.id < {after.Id}"),
        (ResourceOrder.BySpan, false, _) => sql.Add($"r.value is null and r.id > {after.Id}"),
        (_, true, _) => sql.Add($"r.id < {after.Id}"),
        _ => sql.Add($"r.id > {after.Id}"),
    };
}
