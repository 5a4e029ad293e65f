using System.Text.Json;
using BenchmarkDotNet.Attributes;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Benchmarks.Micro;

/// <summary>Reading and validating the guide's own examples, against <c>JsonDocument.Parse</c> of the same bytes.</summary>
public class FhirReading
{
    private readonly Validator validator = new();
    private byte[] bytes = [];
    private FhirDocument document = null!;

    [Params(FhirSample.Lot, FhirSample.Procedure, FhirSample.Transaction)]
    public FhirSample Sample { get; set; }

    [GlobalSetup]
    public void Read()
    {
        bytes = FhirSamples.Of(Sample);
        document = FhirDocument.Parse(bytes);
        // A sample with errors would be measured on a shorter way.
        if (validator.Validate(document).FirstOrDefault(issue => issue.IsError) is { } error)
            throw new InvalidOperationException($"{Sample}: {error.Code} at {error.Expression}");
    }

    [Benchmark(Baseline = true)]
    public bool PlainJson()
    {
        using var json = JsonDocument.Parse(bytes);
        return json.RootElement.ValueKind == JsonValueKind.Object;
    }

    [Benchmark]
    public bool ParseChecked()
    {
        using var read = FhirDocument.Parse(bytes);
        return read.Issues.Count == 0;
    }

    [Benchmark]
    public IReadOnlyList<Issue> ParseAndValidate()
    {
        using var read = FhirDocument.Parse(bytes);
        return validator.Validate(read);
    }
}
