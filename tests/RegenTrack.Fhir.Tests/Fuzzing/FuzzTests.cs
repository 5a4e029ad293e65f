using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Fhir.Tests.Fuzzing;

/// <summary>REGENTRACK_FUZZ_INPUTS sets how many inputs (5,000 when it is not set), REGENTRACK_FUZZ_SEED where they start.</summary>
public class FuzzTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Fact]
    public void spoilt_examples_never_break_the_reader_or_the_validator()
    {
        var seed = Setting("REGENTRACK_FUZZ_SEED", 20261123);
        var inputs = Setting("REGENTRACK_FUZZ_INPUTS", 5_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}, {inputs} inputs");

        var krCore = Directory.GetFiles(SharedData.PathOf("krcore"), "*.json").Select(file => JsonElement.Parse(File.ReadAllBytes(file)));
        var validator = new Validator(Catalogue.R4.With(krCore));
        var examples = Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(bytes => bytes.Length < 20_000).ToList();
        var profiles = Catalogue.R4.With(krCore).All("StructureDefinition").Select(one => one.Text("url")!).Order(StringComparer.Ordinal).ToList();
        var mutator = new Mutator(new Random(seed), examples, profiles);
        var watch = new Stopwatch();
        var (wellFormed, valid) = (0, 0);
        for (var i = 0; i < inputs; i++)
        {
            var input = mutator.Next();
            watch.Restart();
            IReadOnlyList<Issue> issues;
            try
            {
                var document = FhirDocument.Parse(input);
                wellFormed += document.HasErrors ? 0 : 1;
                issues = validator.Validate(document, profiles[i % profiles.Count]);
                issues = [.. issues, .. validator.Validate(document)];
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Input {i} of seed {seed}: {Encoding.UTF8.GetString(input)}", broken);
            }

            Assert.True(watch.Elapsed < Longest, $"Input {i} of seed {seed} took {watch.Elapsed}: {Encoding.UTF8.GetString(input)}");
            valid += issues.Any(issue => issue.IsError) ? 0 : 1;
            if (issues.Count == 0)
                continue;
            Assert.All(issues, issue => Assert.True(issue is { Line: > 0, Column: > 0 }, issue.Code));
            var outcome = FhirDocument.Parse(OperationOutcome.Of(issues).ToFhir());
            Assert.DoesNotContain(validator.Validate(outcome), issue => issue.IsError);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{wellFormed} structurally sound, {valid} without errors");
        Assert.True(wellFormed > inputs / 10, $"only {wellFormed} of {inputs} inputs came as far as validation");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
