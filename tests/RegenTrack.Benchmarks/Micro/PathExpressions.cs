using System.Text.Json;
using BenchmarkDotNet.Attributes;
using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Benchmarks.Micro;

/// <summary>Compiled invariants over an adverse event report, each over a resource not looked at before, against parsing its bytes. Bar: 2 microseconds.</summary>
public class PathExpressions
{
    private static readonly Dictionary<string, string> Expressions = new()
    {
        ["two paths"] = "identifier.exists() or subject.exists()",
        ["implies"] = "(actuality.exists() and actuality = 'actual') implies subject.exists()",
        ["where"] = "extension.where(url = 'http://example.org/none').empty()",
        ["filter by system"] = "identifier.where(system = 'http://example.org/none' or value.exists()).exists()",
        ["dates"] = "detected.empty() or recordedDate.empty() or detected <= recordedDate",
        ["all with a pattern"] = "identifier.all(value.matches('^[A-Za-z0-9-]{1,64}$'))",
    };

    private readonly byte[] bytes = Resources.Read("adverse-event-report");
    private JsonElement resource;
    private FhirPathExpression compiled = null!;

    public static IEnumerable<string> Names => Expressions.Keys;

    [ParamsSource(nameof(Names))]
    public string Invariant { get; set; } = "";

    [GlobalSetup]
    public void Compile()
    {
        resource = JsonElement.Parse(bytes);
        compiled = FhirPathExpression.Compile(Expressions[Invariant], Dialect.R4Definitions);
    }

    [Benchmark(Baseline = true)]
    public JsonElement Parse()
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement;
    }

    [Benchmark]
    public bool? Evaluate() => compiled.Test(PathItem.Of(resource));
}
