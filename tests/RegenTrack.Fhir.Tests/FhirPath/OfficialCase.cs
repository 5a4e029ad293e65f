using System.Globalization;
using System.Xml.Linq;
using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Tests.FhirPath;

/// <summary>One case of HL7's test file.</summary>
internal sealed record OfficialCase(string Group, string Name, string Input, string Expression, string? Invalid, bool IsPredicate, bool IsOrdered, IReadOnlyList<(string? Type, string Value)> Outputs)
{
    private static readonly Dictionary<string, PathItem> Inputs = [];

    private static readonly FhirPathContext Context = new() { Time = new FixedTime() };

    public static IReadOnlyList<OfficialCase> All { get; } =
    [
        .. XDocument.Parse(SharedData.Text("fhirpath/tests-fhir-r4.xml"), LoadOptions.PreserveWhitespace).Root!.Elements("group").SelectMany(group => group.Elements("test").Select(test => new OfficialCase(
            (string)group.Attribute("name")!, (string)test.Attribute("name")!, (string?)test.Attribute("inputfile") ?? "patient-example.xml", test.Element("expression")!.Value, (string?)test.Element("expression")!.Attribute("invalid"),
            (string?)test.Attribute("predicate") == "true", (string?)test.Attribute("ordered") != "false",
            [.. test.Elements("output").Select(output => ((string?)output.Attribute("type"), output.Value))]))),
    ];

    /// <summary>What is wrong, or null.</summary>
    public string? Fault()
    {
        try
        {
            var focus = Focus();
            var expression = FhirPathExpression.Compile(Expression);
            var problems = expression.Check(focus.TypeName);
            if (Invalid == "semantic" && problems.Count > 0)
                return null;
            var items = expression.Evaluate(focus, Context);
            if (Invalid is not null)
                return $"should be invalid, but gave {Shown(items)}";
            if (problems.Count > 0)
                return $"is valid, but: {problems[0].Message}";
            if (IsPredicate)
                return Outputs[0].Value == (items.Count > 0 ? "true" : "false") ? null : "the predicate differs";
            // System.Decimal writes its negative zero without the sign.
            var (wanted, got) = (Outputs.Select(output => output.Value == "-0.0" ? "0.0" : output.Value), items.Select(Written));
            if (!(IsOrdered ? wanted.SequenceEqual(got) : wanted.Order().SequenceEqual(got.Order())))
                return $"gave {Shown(items)}";
            return Outputs.Zip(items).FirstOrDefault(pair => !Fits(pair.First.Type, pair.Second)) is { Second: { } other } ? $"is of type {other.TypeName}" : null;
        }
        catch (FhirPathException refused)
        {
            return Invalid is not null ? null : $"{refused.Code}: {refused.Message}";
        }
    }

    private PathItem Focus()
    {
        lock (Inputs)
        {
            if (!Inputs.TryGetValue(Input, out var item))
                Inputs[Input] = item = XmlExamples.Read(Input);
            return item;
        }
    }

    private static string Shown(IReadOnlyList<PathItem> items) => items.Count == 0 ? "nothing" : string.Join(' ', items.Select(item => $"{item.TypeName}:{item}"));

    /// <summary>As the file writes it: dates and times as literals.</summary>
    private static string Written(PathItem item) => item.TypeName switch
    {
        "date" or "dateTime" or "instant" or "System.Date" or "System.DateTime" => "@" + item,
        "time" or "System.Time" => "@T" + item,
        _ => item.ToString()!,
    };

    private static bool Fits(string? type, PathItem item) =>
        type is null || item.TypeName == type || (item.TypeName.StartsWith("System.", StringComparison.Ordinal) && string.Equals(item.TypeName[7..], type, StringComparison.OrdinalIgnoreCase))
        || (type == "string" && item.IsOfType("FHIR.string"));

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse("2026-11-23T03:04:05.678Z", CultureInfo.InvariantCulture);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone("KST", TimeSpan.FromHours(9), "KST", "KST");
    }
}
