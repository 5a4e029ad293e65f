using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Access;

/// <summary>Search parameters of AuditEvent as conditions on the table of accesses.</summary>
internal static class AccessConditions
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    /// <summary>The conditions, or the name of the parameter whose value makes no sense.</summary>
    public static (IReadOnlyList<(string Sql, object Value)>? Conditions, string? Wrong) Of(FhirSearch search)
    {
        var conditions = new List<(string, object)>();
        foreach (var parameter in search.Values)
        {
            foreach (var value in parameter)
            {
                var read = One(parameter.Key, value);
                if (read.Count == 0)
                    return (null, parameter.Key);
                conditions.AddRange(read);
            }
        }

        return (conditions, null);
    }

    private static IReadOnlyList<(string, object)> One(string name, string value)
    {
        // PostgreSQL takes no zero byte in a text.
        if (value.Any(char.IsControl))
            return [];
        var (code, id) = (value[(value.LastIndexOf('|') + 1)..], value[(value.LastIndexOf('/') + 1)..]);
        return name switch
        {
            "date" => Dates(value),
            "patient" => [("subjects @> ?", new[] { id })],
            "entity" when value.Split('/') is [.., "Patient", var pseudonym] => [("subjects @> ?", new[] { pseudonym })],
            "entity" when value.Split('/') is [.., var type, var entity] => [("type = ?", type), ("id = ?", entity)],
            "agent" => [("client = ? or institution = ?", id)],
            "altid" => [("client = ?", code)],
            "action" when MapAccess.Actions.TryGetValue(code, out var interactions) => [("interaction = any(?)", interactions)],
            "subtype" => [("interaction = ?", code)],
            "outcome" => code switch
            {
                "0" => [("status < ?", (short)400)],
                "4" => [("status >= ?", (short)400), ("status < ?", (short)500)],
                "8" => [("status >= ?", (short)500)],
                _ => [],
            },
            _ => [],
        };
    }

    private static IReadOnlyList<(string, object)> Dates(string value)
    {
        var prefix = value.Length > 2 && char.IsLetter(value[0]) ? value[..2] : "eq";
        if (SearchDates.Span(value.StartsWith(prefix, StringComparison.Ordinal) ? value[2..] : value, Korea) is not var (from, to))
            return [];
        var (start, end) = (from.ToUniversalTime(), to.ToUniversalTime());
        return prefix switch
        {
            "eq" => [("at >= ?", start), ("at < ?", end)],
            "ge" => [("at >= ?", start)],
            "gt" => [("at >= ?", end)],
            "le" => [("at < ?", end)],
            "lt" => [("at < ?", start)],
            _ => [],
        };
    }
}
