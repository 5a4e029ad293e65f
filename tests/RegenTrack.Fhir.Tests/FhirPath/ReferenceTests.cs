using System.Text.Json;
using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Tests.FhirPath;

public class ReferenceTests
{
    private static readonly PathItem Bundle = PathItem.Of(JsonElement.Parse("""
        {"resourceType":"Bundle","type":"collection","entry":[
          {"fullUrl":"urn:uuid:1f5c","resource":{"resourceType":"Patient","id":"p","managingOrganization":{"reference":"#o"},"contained":[{"resourceType":"Organization","id":"o","partOf":{"reference":"#"}}]}},
          {"fullUrl":"http://a.example/fhir/Task/t","resource":{"resourceType":"Task","id":"t","for":{"reference":"urn:uuid:1f5c"},"owner":{"reference":"Organization/x"},"focus":{"reference":"Basic/b/_history/3"}}},
          {"fullUrl":"http://a.example/fhir/Basic/b","resource":{"resourceType":"Basic","id":"b"}}]}
        """));

    private static string[] Ids(string expression, FhirPathContext? context = null) =>
        [.. FhirPathExpression.Compile(expression + ".id", Dialect.R4Definitions).Evaluate(Bundle, context).Select(item => item.ToString()!)];

    [Theory]
    [InlineData("entry.resource.managingOrganization.resolve()", "o")]
    [InlineData("entry.resource.contained.partOf.resolve()", "p")]
    [InlineData("entry.resource.for.resolve()", "p")]
    [InlineData("entry.resource.focus.resolve()", "b")]
    [InlineData("entry.resource.where($this is Task).for.reference.resolve()", "p")]
    [InlineData("entry.resource.owner.resolve()", null)]
    public void references_within_a_bundle_are_followed(string expression, string? id)
    {
        Assert.Equal(id is null ? [] : [id], Ids(expression));
    }

    [Fact]
    public void the_caller_finds_what_is_elsewhere()
    {
        Assert.Equal(["x"], Ids("entry.resource.owner.resolve()", new FhirPathContext { References = new Elsewhere() }));
    }

    [Theory]
    [InlineData("entry.resource.owner.where(resolve() is Organization).exists()", true)]
    [InlineData("entry.resource.owner.where(resolve() is Patient).exists()", false)]
    public void a_reference_may_be_trusted_for_its_type(string expression, bool truth)
    {
        Assert.Equal(truth, FhirPathExpression.Compile(expression).Test(Bundle, new FhirPathContext { TrustsReferenceTypes = true }));
        Assert.False(FhirPathExpression.Compile(expression).Test(Bundle));
    }

    [Fact]
    public void an_entry_is_the_root_of_what_it_contains()
    {
        var contained = FhirPathExpression.Compile("entry.resource.contained").Evaluate(Bundle)[0];
        Assert.Equal("o", FhirPathExpression.Compile("%resource.id").Evaluate(contained)[0].ToString());
        Assert.Equal("p", FhirPathExpression.Compile("%rootResource.id").Evaluate(contained)[0].ToString());
    }

    private sealed class Elsewhere : IReferencedResources
    {
        public JsonElement? Find(string reference) =>
            reference == "Organization/x" ? JsonElement.Parse("""{"resourceType":"Organization","id":"x"}""") : null;
    }
}
