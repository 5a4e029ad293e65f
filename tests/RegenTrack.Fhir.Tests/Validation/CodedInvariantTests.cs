using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Fhir.Tests.Validation;

/// <summary>The invariants that are checked by code say what their expressions say.</summary>
public class CodedInvariantTests
{
    private static readonly Validator Validator = new();

    private static string Expression(string type, string key) => Catalogue.R4.Find("StructureDefinition", "http://hl7.org/fhir/StructureDefinition/" + type)!.Value
        .Items("snapshot", "element").First().Items("constraint").Single(one => one.Text("key") == key).Text("expression")!;

    [Theory]
    [InlineData("Patient", "dom-2", "contained-nested", """{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"a","contained":[{"resourceType":"Patient","id":"b"}]}],"link":[{"other":{"reference":"#a"},"type":"refer"}]}""")]
    [InlineData("Patient", "dom-3", "contained-unused", """{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"a"}]}""")]
    [InlineData("Patient", "dom-3", "contained-unused", """{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"a"}],"link":[{"other":{"reference":"#a"},"type":"refer"}]}""")]
    [InlineData("Patient", "dom-3", "contained-unused", """{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"a","link":[{"other":{"reference":"#"},"type":"refer"}]}]}""")]
    [InlineData("Patient", "dom-4", "contained-meta", """{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"a","meta":{"versionId":"1"}}],"link":[{"other":{"reference":"#a"},"type":"refer"}]}""")]
    [InlineData("Patient", "dom-4", "contained-meta", """{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"a","meta":{"source":"http://x"}}],"link":[{"other":{"reference":"#a"},"type":"refer"}]}""")]
    [InlineData("Patient", "dom-5", "contained-meta", """{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"a","meta":{"security":[{"code":"R"}]}}],"link":[{"other":{"reference":"#a"},"type":"refer"}]}""")]
    [InlineData("Bundle", "bdl-7", "bundle-duplicate-entry", """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://h/Patient/a","resource":{"resourceType":"Patient","id":"a"}},{"fullUrl":"http://h/Patient/a","resource":{"resourceType":"Patient","id":"a"}}]}""")]
    [InlineData("Bundle", "bdl-7", "bundle-duplicate-entry", """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://h/Patient/a","resource":{"resourceType":"Patient","id":"a","meta":{"versionId":"1"}}},{"fullUrl":"http://h/Patient/a","resource":{"resourceType":"Patient","id":"a","meta":{"versionId":"2"}}}]}""")]
    public void code_and_expression_agree_on_a_resource(string type, string key, string code, string resource)
    {
        var root = JsonElement.Parse(resource);
        var holds = FhirPathExpression.Compile(Expression(type, key), Dialect.R4Definitions).Test(PathItem.Of(root));
        Assert.Equal(holds, !Validator.Validate(FhirDocument.Parse(Encoding.UTF8.GetBytes(resource))).Any(issue => issue.Code == code));
    }

    [Theory]
    [InlineData("""{"url":"http://x"}""")]
    [InlineData("""{"url":"http://x","valueString":"v"}""")]
    [InlineData("""{"url":"http://x","_valueString":{"extension":[{"url":"http://y","valueCode":"z"}]}}""")]
    [InlineData("""{"url":"http://x","extension":[{"url":"http://y","valueCode":"z"}]}""")]
    [InlineData("""{"url":"http://x","valueString":"v","extension":[{"url":"http://y","valueCode":"z"}]}""")]
    public void code_and_expression_agree_on_an_extension(string extension)
    {
        var holds = FhirPathExpression.Compile(Expression("Extension", "ext-1"), Dialect.R4Definitions).Test(PathItem.Of(JsonElement.Parse(extension), "Extension"));
        var issues = Validator.Validate(FhirDocument.Parse(Encoding.UTF8.GetBytes($$$"""{"resourceType":"Patient","extension":[{{{extension}}}]}""")));
        Assert.Equal(holds, !issues.Any(issue => issue.Code == "extension-shape"));
    }

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","text":"b"}""")]
    [InlineData("""{"text":"b"}""")]
    [InlineData("""{"id":"a","_text":{"extension":[{"url":"http://x","valueCode":"y"}]}}""")]
    public void code_and_expression_agree_on_an_element(string name)
    {
        var holds = FhirPathExpression.Compile(Expression("Element", "ele-1"), Dialect.R4Definitions).Test(PathItem.Of(JsonElement.Parse(name), "HumanName"));
        Assert.Equal(holds, !FhirDocument.Parse(Encoding.UTF8.GetBytes($$$"""{"resourceType":"Patient","name":[{{{name}}}]}""")).HasErrors);
    }
}
