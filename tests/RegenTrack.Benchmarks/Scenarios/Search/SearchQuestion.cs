using RegenTrack.App.Resources;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>A search as a hospital asks it, and the same by hand-written SQL in one statement.</summary>
/// <param name="Address">Under the base; of the patient with a number.</param>
/// <param name="Sql">Its first parameter is the institutions that are seen.</param>
/// <param name="Values">Its further parameters, of the same patient.</param>
internal sealed record SearchQuestion(string Name, Func<int, string> Address, string Sql, Func<int, object[]> Values)
{
    /// <summary>How many there are, counted as far as the server does without being asked to.</summary>
    public string Total { get; init; } = $"select count(*) from ({(Sql.Contains(" order by ", StringComparison.Ordinal) ? Sql[..Sql.IndexOf(" order by ", StringComparison.Ordinal)] : Sql)} limit 10001) found";

    /// <summary>Whether the answer says how many there are.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Pages to go before a page counts as deep.</summary>
    public const int Deep = 30;

    private const string Columns = "r.id, r.version, r.updated, r.body";

    private const string Counted = "select count(*) from (select from fhir_resource where keys && $2 and $1::text[] is not null limit 10001) found";

    private static readonly SearchQuestion Common = new(
        "status that most have (token)", _ => "Observation?status=final&_count=20", Along("Observation") + " order by id limit 21", _ => [Code("Observation", "status", "", "final")])
    {
        Total = Counted,
    };

    private static readonly SearchQuestion Newest = new(
        "sort by date, newest 20",
        _ => "Observation?status=final&_sort=-date&_count=20",
        $"select r.* from fhir_span s cross join lateral ({Of("Observation")} and r.keys && $2 and r.id = s.id offset 0) r where s.param = $3 and s.org = '{SyntheticResources.Institution(0)}' order by s.high desc, s.id desc limit 21",
        _ => [Code("Observation", "status", "", "final"), Any("Observation", "date")])
    {
        Total = Counted.Replace("$1::text[] is not null", "$1::text[] is not null and $3::bigint is not null", StringComparison.Ordinal),
    };

    public static IReadOnlyList<SearchQuestion> All { get; } =
    [
        new("identifier (token)", one => $"Patient?identifier=urn:mrn|M-{one}", Keyed("Patient", 2) + " order by id limit 51", one => [Code("Patient", "identifier", "urn:mrn", $"M-{one}")]),
        new("code (token)", one => $"Observation?code=urn:lab|c{SyntheticResources.Code(one)}", Keyed("Observation", 2) + " order by id limit 51", one => [Code("Observation", "code", "urn:lab", $"c{SyntheticResources.Code(one)}")]),
        Common,
        Common with { Name = "status that most have, not counted", Address = one => Common.Address(one) + "&_total=none", IsCounted = false },
        new("reference", one => $"Observation?subject=Patient/p{one}", Keyed("Observation", 2) + " order by id limit 51", one => [Seen("Observation", "subject", Spelling.Typed("Patient", $"p{one}"))]),
        new("date", one => $"Observation?date={Korean(one).AddHours(9):yyyy-MM-dd}", Of("Observation") + " and id in (select id from fhir_span where param = $2 and org = any($1) and low >= $3 and low < $4) order by id limit 51",
            one => [Any("Observation", "date"), Micros(Korean(one)), Micros(Korean(one).AddDays(1))]),
        new("chain", one => $"Observation?subject:Patient.identifier=urn:mrn|M-{one}",
            Keyed("Observation", 3) + " and exists (" + Keyed("Patient", 2) + ") order by id limit 51",
            one => [Code("Patient", "identifier", "urn:mrn", $"M-{one}"), Seen("Observation", "subject", Spelling.Typed("Patient", $"p{one}"))]),
        new("_has", one => $"Patient?_has:Observation:subject:code=urn:lab|c{SyntheticResources.Code(one)}",
            Of("Patient") + " and id in (select substr(p, 17) from (" + Keyed("Observation", 2, "unnest(r.refs) as p") + ") o where starts_with(p, 'subject>Patient/')) order by id limit 51",
            one => [Code("Observation", "code", "urn:lab", $"c{SyntheticResources.Code(one)}")]),
        new("text", one => $"Patient?name={SyntheticResources.Family(one)}", Of("Patient") + " and id in (select id from fhir_text where param = $2 and left(norm, 120) like $3) order by id limit 51",
            one => [Any("Patient", "name"), $"{SyntheticResources.Family(one)}%"]),
        Newest,
        Newest with { Name = "sort by date, not counted", Address = one => Newest.Address(one) + "&_total=none", IsCounted = false },
        new("sort by _lastUpdated, newest 20", _ => "Task?status=requested&_sort=-_lastUpdated&_count=20", Along("Task") + " order by updated desc, id limit 21", _ => [Code("Task", "status", "", "requested")]) { Total = Counted },
    ];

    private static string Of(string type) => $"select {Columns} from fhir_resource r where r.org = any($1) and r.type = '{type}'";

    private static string Along(string type) =>
        $"select {Columns} from fhir_resource r where $1::text[] is not null and r.org = '{SyntheticResources.Institution(0)}' and r.type = '{type}' and arrayoverlap(r.keys, $2)";

    private static string Keyed(string type, int parameter, string columns = Columns) =>
        $"select {columns} from (select * from fhir_resource where keys && ${parameter} offset 0) r where r.org = any($1) and r.type = '{type}'";

    private static long[] Code(string type, string parameter, string system, string code) => Seen(type, parameter, Spelling.Coded(system, code));

    private static long[] Seen(string type, string parameter, string spelling) => OwnKeys.Of([SearchHash.Of(type, parameter, spelling)], type, ["", SyntheticResources.Institution(0)]);

    private static long Any(string type, string parameter) => SearchHash.Of(type, parameter, Spelling.AnyUnit);

    private static DateTime Korean(int patient) => SyntheticResources.Day(patient).AddHours(9).Date.AddHours(-9);

    private static double Micros(DateTime instant) => (instant - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
