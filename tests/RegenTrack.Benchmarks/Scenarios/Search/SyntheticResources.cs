using System.Globalization;
using System.Text;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>Resources of six types in equal parts, a patient with one of each; the same for the same number of them.</summary>
internal static class SyntheticResources
{
    public const int Institutions = 20;
    public const int Codes = 200;

    private static readonly string[] Families = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"];
    private static readonly DateTime First = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string Padding = string.Concat(Enumerable.Repeat("가나다라 synthetic ", 35));

    public static string Institution(int patient) => $"inst-{patient % Institutions}";

    public static string Family(int patient) => $"{Families[patient % Families.Length]}{patient}";

    public static int Code(int patient) => new Random(patient).Next(Codes);

    public static DateTime Day(int patient) => First.AddMinutes(patient * 977L % (730 * 24 * 60));

    public static IEnumerable<(string Type, string Id, byte[] Body)> Of(int patient)
    {
        var (number, day, code) = (patient.ToString(CultureInfo.InvariantCulture), Day(patient).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), $"c{Code(patient)}");
        yield return Resource("Patient", $"p{number}", $$"""
            "identifier":[{"system":"urn:mrn","value":"M-{{number}}"}],"name":[{"family":"{{Family(patient)}}","given":["환자"]}],"gender":"{{(patient % 2 == 0 ? "female" : "male")}}","birthDate":"{{1930 + patient % 80}}-05-01","contact":[{"name":{"text":"{{Padding}}"} }]
            """);
        yield return Resource("Observation", $"o{number}", $$"""
            "status":"{{(patient / Institutions % 5 == 0 ? "preliminary" : "final")}}","code":{"coding":[{"system":"urn:lab","code":"{{code}}"}]},"subject":{"reference":"Patient/p{{number}}"},"effectiveDateTime":"{{day}}","valueQuantity":{"value":{{patient % 100}}.5,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"},"note":[{"text":"{{Padding}}"}]
            """);
        yield return Resource("Procedure", $"r{number}", $$"""
            "status":"completed","code":{"coding":[{"system":"urn:proc","code":"{{code}}"}]},"subject":{"reference":"Patient/p{{number}}"},"performedDateTime":"{{day}}","note":[{"text":"{{Padding}}"}]
            """);
        yield return Resource("BiologicallyDerivedProduct", $"l{number}", $$"""
            "identifier":[{"system":"urn:lot","value":"L-{{number}}"}],"productCategory":"cells","status":"available","collection":{"collectedDateTime":"{{day}}"},"processing":[{"description":"{{Padding}}"}]
            """);
        yield return Resource("Task", $"t{number}", $$"""
            "status":"{{(patient / Institutions % 3 == 0 ? "requested" : "completed")}}","intent":"order","code":{"coding":[{"system":"urn:task","code":"{{code}}"}]},"for":{"reference":"Patient/p{{number}}"},"authoredOn":"{{day}}","note":[{"text":"{{Padding}}"}]
            """);
        yield return Resource("AdverseEvent", $"a{number}", $$"""
            "actuality":"actual","event":{"coding":[{"system":"urn:event","code":"{{code}}"}],"text":"{{Padding}}"},"subject":{"reference":"Patient/p{{number}}"},"date":"{{day}}"
            """);
    }

    private static (string, string, byte[]) Resource(string type, string id, string rest) => (type, id, Encoding.UTF8.GetBytes($$"""{"resourceType":"{{type}}","id":"{{id}}",{{rest.Trim()}} }"""));
}
