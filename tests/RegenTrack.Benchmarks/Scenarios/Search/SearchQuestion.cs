using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>A search as a hospital asks it, and the same by hand-written SQL in one statement.</summary>
/// <param name="Address">Under the base; of the patient with a number.</param>
/// <param name="Sql">Its first parameter is the institutions that are seen.</param>
/// <param name="Values">Its further parameters, of the same patient.</param>
internal sealed record SearchQuestion(string Name, Func<int, string> Address, string Sql, Func<int, object[]> Values)
{
    private const string Select = "select r.id, r.version, r.updated, r.body from fhir_resource r where r.org = any($1) and r.type = ";

    /// <summary>How many there are, counted as far as the server does without being asked to.</summary>
    public string Total => $"select count(*) from ({(Unordered ?? Sql)[..(Unordered ?? Sql).IndexOf(" order by ", StringComparison.Ordinal)]} limit 10001) found";

    /// <summary>The same without what only its order needs, when that is more than the last clause.</summary>
    private string? Unordered { get; init; }

    /// <summary>Pages to go before a page counts as deep.</summary>
    public const int Deep = 30;

    public static IReadOnlyList<SearchQuestion> All { get; } =
    [
        new("identifier (token)", one => $"Patient?identifier=urn:mrn|M-{one}", Select + "'Patient' and " + Keyed("r", "Patient", 2) + " order by id limit 51", one => [Code("Patient", "identifier", "urn:mrn", $"M-{one}")]),
        new("code (token)", one => $"Observation?code=urn:lab|c{SyntheticResources.Code(one)}", Select + "'Observation' and " + Keyed("r", "Observation", 2) + " order by id limit 51", one => [Code("Observation", "code", "urn:lab", $"c{SyntheticResources.Code(one)}")]),
        new("status, common (token)", _ => "Observation?status=final&_count=20", Select + "'Observation' and " + Keyed("r", "Observation", 2) + " order by id limit 21", _ => [Code("Observation", "status", "", "final")]),
        new("reference", one => $"Observation?subject=Patient/p{one}", Select + "'Observation' and " + Keyed("r", "Observation", 2) + " order by id limit 51", one => [new[] { SearchHash.Of("Observation", "subject", Spelling.Typed("Patient", $"p{one}")) }]),
        new("date", one => $"Observation?date={Korean(one).AddHours(9):yyyy-MM-dd}", Select + "'Observation' and id in (select id from fhir_span where param = $2 and org = any($1) and low >= $3 and low < $4) order by id limit 51",
            one => [Any("Observation", "date"), Micros(Korean(one)), Micros(Korean(one).AddDays(1))]),
        new("chain", one => $"Observation?subject:Patient.identifier=urn:mrn|M-{one}",
            Select + "'Observation' and " + Keyed("r", "Observation", 3) + " and exists (select from fhir_resource p where p.type = 'Patient' and p.org = any($1) and " + Keyed("p", "Patient", 2) + ") order by id limit 51",
            one => [Code("Patient", "identifier", "urn:mrn", $"M-{one}"), new[] { SearchHash.Of("Observation", "subject", Spelling.Typed("Patient", $"p{one}")) }]),
        new("_has", one => $"Patient?_has:Observation:subject:code=urn:lab|c{SyntheticResources.Code(one)}",
            Select + "'Patient' and id in (select substr(p, 17) from fhir_resource o, unnest(o.refs) p where o.type = 'Observation' and o.org = any($1) and " + Keyed("o", "Observation", 2) + " and starts_with(p, 'subject>Patient/')) order by id limit 51",
            one => [Code("Observation", "code", "urn:lab", $"c{SyntheticResources.Code(one)}")]),
        new("text", one => $"Patient?name={SyntheticResources.Family(one)}", Select + "'Patient' and id in (select id from fhir_text where param = $2 and left(norm, 120) like $3) order by id limit 51",
            one => [Any("Patient", "name"), $"{SyntheticResources.Family(one)}%"]),
        new("sort by date, newest 20", _ => "Observation?status=final&_sort=-date&_count=20",
            "select r.* from fhir_span s cross join lateral (" + Select + "'Observation' and r.keys && $2 and r.id = s.id offset 0) r where s.param = $3 and s.org = '" + SyntheticResources.Institution(0) + "' order by s.high desc, s.id desc limit 21",
            _ => [Code("Observation", "status", "", "final"), Any("Observation", "date")])
        {
            Unordered = Select + "'Observation' and " + Keyed("r", "Observation", 2) + " and $3::bigint is not null order by id",
        },
        new("sort by _lastUpdated, newest 20", _ => "Task?status=requested&_sort=-_lastUpdated&_count=20", Select + "'Task' and " + Keyed("r", "Task", 2) + " order by updated desc, id limit 21", _ => [Code("Task", "status", "", "requested")]),
    ];

    private static string Keyed(string alias, string type, int parameter)
    {
        var keys = $"({alias}.keys || hashtextextended({alias}.type || '|' || {alias}.org, 0))";
        return $"{keys} && ${parameter} and {keys} && array[hashtextextended('{type}|', 0), hashtextextended('{type}|{SyntheticResources.Institution(0)}', 0)]";
    }

    private static long[] Code(string type, string parameter, string system, string code) => [SearchHash.Of(type, parameter, Spelling.Coded(system, code))];

    private static long Any(string type, string parameter) => SearchHash.Of(type, parameter, Spelling.AnyUnit);

    private static DateTime Korean(int patient) => SyntheticResources.Day(patient).AddHours(9).Date.AddHours(-9);

    private static double Micros(DateTime instant) => (instant - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
