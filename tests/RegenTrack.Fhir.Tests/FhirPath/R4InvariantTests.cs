using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Tests.FhirPath;

public class R4InvariantTests
{
    private static readonly IReadOnlyList<(string Type, string Path, string Of, string Key, string Severity, string Expression)> Invariants =
    [
        .. from structure in Catalogue.R4.All("StructureDefinition")
           where structure.Text("derivation") != "constraint" && structure.Text("kind") != "logical"
           from element in structure.Items("snapshot", "element")
           from constraint in element.Items("constraint")
           where constraint.Text("expression") is not null
           select (structure.Text("type")!, element.Text("path")!, TypeOf(element), constraint.Text("key")!, constraint.Text("severity")!, constraint.Text("expression")!),
    ];

    /// <summary>What its invariants are about: the element itself when it is nested here, else its type; empty for several types.</summary>
    private static string TypeOf(JsonElement element) => element.Items("type").Select(type => type.Text("code")!).ToArray() switch
    {
        [] when element.Text("contentReference") is null => element.Text("path")!,
        ["BackboneElement" or "Element"] => element.Text("path")!,
        [var only] when !only.StartsWith("http", StringComparison.Ordinal) => only,
        _ => "",
    };

    [Fact]
    public void every_invariant_of_r4_compiles()
    {
        var expressions = Invariants.Select(invariant => invariant.Expression).Distinct().ToList();
        Assert.True(expressions.Count > 190, $"only {expressions.Count}");
        Assert.All(expressions, expression => FhirPathExpression.Compile(expression, Dialect.R4Definitions));
    }

    [Fact]
    public void every_invariant_of_r4_speaks_of_elements_that_there_are()
    {
        var faults = from invariant in Invariants.Where(one => one.Of.Length > 0).DistinctBy(one => (one.Of, one.Expression))
                     from problem in FhirPathExpression.Compile(invariant.Expression, Dialect.R4Definitions).Check(invariant.Of)
                     select $"{invariant.Of} {invariant.Key}: {problem.Message}";
        // HL7's own slip: this resource has a title and no name.
        Assert.Equal(["ChargeItemDefinition cid-0: ChargeItemDefinition has no element 'name'."], faults);
    }

    [Fact]
    public void official_examples_keep_the_invariants_of_their_resource_type()
    {
        var byPath = Invariants.Where(invariant => invariant.Type == invariant.Path && invariant.Severity == "error").Distinct().ToLookup(invariant => invariant.Type);
        var (broken, examined) = (new List<string>(), 0);
        foreach (var file in Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json"))
        {
            var resource = JsonElement.Parse(File.ReadAllBytes(file));
            var item = PathItem.Of(resource);
            foreach (var invariant in byPath[resource.Text("resourceType")!])
            {
                examined++;
                if (FhirPathExpression.Compile(invariant.Expression, Dialect.R4Definitions).Test(item) != true)
                    broken.Add($"{Path.GetFileName(file)} {invariant.Key}");
            }
        }

        Assert.True(examined > 1000, $"only {examined}");
        Assert.Equal([], broken.Order(StringComparer.Ordinal));
    }
}
