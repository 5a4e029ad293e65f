using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Fhir.Tests.Validation;

public class ForeignExamplesTests
{
    private static readonly Validator Validator = new(Catalogue.R4.With(Resources("krcore").Concat(Resources("fhir-cibmtr/conformance"))));

    [Theory]
    [InlineData("fhir-kr-examples/kr-core-2-draft")]
    [InlineData("fhir-kr-examples/myhealthway")]
    [InlineData("fhir-cibmtr")]
    [InlineData("fhir-icsr")]
    public void examples_of_other_guides_have_no_errors(string folder)
    {
        var found = new List<string>();
        foreach (var file in Files(folder))
        {
            foreach (var issue in Validator.Validate(FhirDocument.Parse(File.ReadAllBytes(file))).Where(issue => issue.IsError || issue.Code == "invariant-not-checked"))
                found.Add($"{folder}/{Path.GetFileName(file)} {issue.Expression} {issue.Code}");
        }

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("Patient-krcore-patient-example-01", "birthDate", null, "profile-min Patient")]
    [InlineData("Patient-krcore-patient-example-01", "identifier", null, "profile-min Patient")]
    [InlineData("Organization-krcore-healthcare-organization-example-01", "identifier", """[{"system":"http://other","value":"1"}]""", "profile-min Organization")]
    [InlineData("Organization-krcore-healthcare-organization-example-01", "type", """[{"coding":[{"system":"http://www.hl7korea.or.kr/fhir/krcore/CodeSystem/hira-healthcare-organization-types","code":"99"}]}]""", "code-not-in-value-set Organization.type[0]")]
    [InlineData("Procedure-krcore-procedure-example-01", "code", null, "profile-min Procedure")]
    [InlineData("Practitioner-krcore-medicaldoctor-example-01", "qualification", null, "profile-min Practitioner")]
    public void kr_core_refuses_what_its_profiles_forbid(string example, string property, string? value, string expected)
    {
        var resource = JsonNode.Parse(File.ReadAllBytes(SharedData.PathOf($"fhir-kr-examples/kr-core-2-draft/{example}.json")))!.AsObject();
        if (value is null)
            resource.Remove(property);
        else
            resource[property] = JsonNode.Parse(value);
        var document = FhirDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(resource));
        Assert.Contains(expected, Validator.Validate(document).Where(issue => issue.IsError).Select(issue => $"{issue.Code} {issue.Expression}"));
    }

    private static IEnumerable<JsonElement> Resources(string folder) => Files(folder).Select(file => JsonElement.Parse(File.ReadAllBytes(file)));

    private static IOrderedEnumerable<string> Files(string folder) => Directory.GetFiles(SharedData.PathOf(folder), "*.json").Order(StringComparer.Ordinal);
}
