using System.Text.Json;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Tests.Guide;

/// <summary>What the guide says in FHIRPath means something for R4, and finds something in its examples.</summary>
public sealed class ExpressionTests
{
    [Fact]
    public void every_invariant_of_the_guide_fits_the_type_that_it_stands_on()
    {
        var invariants = GuideFiles.Profiles.SelectMany(Invariants).ToList();
        Assert.True(invariants.Count >= 25);
        foreach (var (key, expression, type) in invariants)
        {
            var compiled = FhirPathExpression.Compile(expression, Dialect.R4Definitions);
            if (type is not null)
                Assert.True(compiled.Check(type) is { Count: 0 }, $"{key} on {type}: {string.Join("; ", compiled.Check(type))}");
        }
    }

    [Fact]
    public void every_search_parameter_of_the_guide_finds_something_in_an_example()
    {
        var examples = GuideFiles.Profiles.SelectMany(profile => GuideFiles.Examples(profile.Text("id")!, "valid-")).Select(file => JsonElement.Parse(File.ReadAllBytes(file))).ToLookup(example => example.Text("resourceType"));
        var parameters = GuideFiles.Resources.Where(one => one.Text("resourceType") == "SearchParameter").ToList();
        Assert.True(parameters.Count >= 24);
        var context = FhirPathContext.Default with { TrustsReferenceTypes = true };
        foreach (var parameter in parameters)
        {
            var type = parameter.Items("base").Single().GetString()!;
            var expression = FhirPathExpression.Compile(parameter.Text("expression")!, Dialect.R4Definitions);
            Assert.Empty(expression.Check(type));
            Assert.True(examples[type].Any(example => expression.Evaluate(PathItem.Of(example), context).Count > 0), $"{parameter.Text("id")} finds nothing");
        }
    }

    private static IEnumerable<(string Key, string Expression, string? Type)> Invariants(JsonElement profile) =>
        from element in profile.At("snapshot")!.Value.Items("element")
        from constraint in element.Items("constraint")
        where constraint.Text("source") == profile.Text("url")
        select (constraint.Text("key")!, constraint.Text("expression")!, TypeOf(element));

    // A choice has no one type to check against.
    private static string? TypeOf(JsonElement element)
    {
        var path = element.Text("path")!;
        string[] types = [.. element.Items("type").Select(type => type.Text("code")!)];
        return !path.Contains('.', StringComparison.Ordinal) ? path : types is ["BackboneElement" or "Element"] ? path : types is [var one] && !path.EndsWith("[x]", StringComparison.Ordinal) ? one : null;
    }
}
