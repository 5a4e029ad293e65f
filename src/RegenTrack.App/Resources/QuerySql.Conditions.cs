namespace RegenTrack.App.Resources;

/// <summary>What a statement says of the resources that a query finds.</summary>
internal sealed partial class QuerySql
{
    private string type = "";
    private string[] institutions = [];
    private bool walks;

    /// <summary>From the resources that a query finds, for a statement that needs all of them. Where keys alone decide, they say type and institution, too: asked for these, the planner would look into a second index.</summary>
    public QuerySql From(ResourceQuery query)
    {
        Raw(" from fhir_resource r where ");
        if (!IsLookedUp(query))
            return Where(query);
        (type, institutions, planning) = (query.Type, Seen(query), null);
        return All(query.Conditions, "");
    }

    /// <summary>The conditions of a query, after <c>where</c>.</summary>
    public QuerySql Where(ResourceQuery query) => Where(query, Seen(query));

    /// <summary>The same for a statement that goes through an institution's resources in an order and ends soon: keys are read in each resource, so that none are looked up.</summary>
    /// <param name="institution">One of those the caller may see.</param>
    public QuerySql Along(ResourceQuery query, string institution)
    {
        (walks, planning) = (true, IsByKeys(query) ? "force_generic_plan" : planning);
        return Where(query, [institution]);
    }

    /// <summary>Whether each resource by itself says if it is found.</summary>
    public static bool IsByKeys(ResourceQuery query) => query.Conditions.All(condition => condition is ResourceCondition.AnyKey or ResourceCondition.NoKey);

    /// <summary>Whether the index of keys alone finds what is asked for.</summary>
    public static bool IsLookedUp(ResourceQuery query) => IsByKeys(query) && query.Conditions.Any(condition => condition is ResourceCondition.AnyKey);

    /// <summary>Whose resources a query may show.</summary>
    public static string[] Seen(ResourceQuery query) => query.Institution is { Length: > 0 } own ? ["", own] : [""];

    private QuerySql Where(ResourceQuery query, string[] seen)
    {
        (type, institutions) = (query.Type, seen);
        Add($"r.type = {query.Type} and r.body is not null and ");
        _ = seen is [var only] ? Add($"r.org = {only}") : Add($"r.org = any({seen})");
        return All(query.Conditions, " and ");
    }

    private QuerySql All(IEnumerable<ResourceCondition> conditions, string first)
    {
        foreach (var condition in conditions)
        {
            Raw(first);
            Write(condition);
            first = " and ";
        }

        return this;
    }

    private void Write(ResourceCondition condition)
    {
        switch (condition)
        {
            case ResourceCondition.AnyKey(var some):
                Raw(walks ? "arrayoverlap(r.keys, " : "(r.keys && ").Add($"{OwnKeys.Of(some, type, institutions)})");
                break;
            case ResourceCondition.NoKey(var some):
                Add($"not r.keys && {OwnKeys.Of(some, type, institutions)}");
                break;
            case ResourceCondition.AnyId(var ids):
                Add($"r.id = any({ids.ToArray()})");
                break;
            case ResourceCondition.AnySpan(var tests):
                Add($"r.id in (select s.id from fhir_span s where s.org = any({institutions}) and ");
                Some(tests, Write).Raw(")");
                break;
            case ResourceCondition.AnyText(var tests):
                Raw("r.id in (select t.id from fhir_text t where ");
                Some(tests, Write).Raw(")");
                break;
            case ResourceCondition.Updated updated:
                Write(updated);
                break;
            case ResourceCondition.Either(var alternatives):
                Some(alternatives, all => All(all, all.Count == 0 ? "true" : ""));
                break;
        }
    }

    private QuerySql Some<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Raw("(");
        for (var index = 0; index < items.Count; index++)
        {
            Raw(index == 0 ? "(" : " or (");
            write(items[index]);
            Raw(")");
        }

        return Raw(items.Count == 0 ? "false)" : ")");
    }

    private void Write(ResourceCondition.Updated updated)
    {
        Raw(updated.Outside ? "not (true" : "(true");
        if (updated.From is { } from)
            Add($" and r.updated >= {from.UtcDateTime}");
        if (updated.To is { } to)
            Add($" and r.updated < {to.UtcDateTime}");
        Raw(")");
    }

    // What an "or" needs is implied by one comparison before it, which the index can answer.
    private void Write(SpanTest test)
    {
        var (low, high) = (test.Low, test.High);
        Add($"s.param = {test.Parameter} and ");
        _ = test.Relation switch
        {
            SpanRelation.Equal => Add($"s.low >= {low} and s.low < {high} and s.high <= {high}"),
            SpanRelation.NotEqual => Add($"(s.low < {low} or s.low >= {high} or s.high > {high})"),
            SpanRelation.Greater => Add($"s.high > {high}"),
            SpanRelation.Less => Add($"s.low < {low}"),
            SpanRelation.GreaterOrEqual => Add($"s.high >= {low} and (s.high > {high} or s.low >= {low})"),
            SpanRelation.LessOrEqual => Add($"s.low <= {high} and (s.low < {low} or s.high <= {high})"),
            SpanRelation.StartsAfter => Add($"s.low >= {high}"),
            SpanRelation.EndsBefore => Add($"s.high <= {low}"),
            _ => Add($"s.low < {high} and s.high > {low}"),
        };
    }

    private void Write(TextTest test)
    {
        var pattern = Literal(test.Text);
        if (test.Anywhere)
            Add($"t.param = {test.Parameter} and t.norm like {$"%{pattern}%"}");
        else if (test.Text.Length <= Indexed)
            Add($"t.param = {test.Parameter} and left(t.norm, {Indexed}) like {$"{pattern}%"}");
        else
            Add($"t.param = {test.Parameter} and left(t.norm, {Indexed}) = left({test.Text}, {Indexed}) and t.norm like {$"{pattern}%"}");
    }

    private static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
