namespace RegenTrack.Fhir.Tests.FhirPath;

/// <summary>HL7's FHIRPath tests for R4. What is missed is listed with its reason; a miss that begins to pass must leave the list.</summary>
public class OfficialSuiteTests
{
    private static readonly Dictionary<string, string> Misses = [];

    public static TheoryData<string> Groups => [.. OfficialCase.All.Select(test => test.Group).Distinct()];

    [Theory]
    [MemberData(nameof(Groups))]
    public void every_case_of_a_group_passes_unless_it_is_listed(string group)
    {
        var tests = OfficialCase.All.Where(test => test.Group == group).ToList();
        Assert.NotEmpty(tests);
        var faults = tests.Select(test => (Test: test, Fault: test.Fault())).ToList();
        var wrong = faults.Where(one => one.Fault is null == Misses.ContainsKey(one.Test.Name)).Select(one => $"{one.Test.Name}: {one.Test.Expression} {one.Fault ?? "passes now"}");
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Fact]
    public void at_least_ninety_five_of_a_hundred_pass()
    {
        Assert.Equal(935, OfficialCase.All.Count);
        var passed = OfficialCase.All.Count(test => test.Fault() is null);
        Assert.True(passed * 100 >= OfficialCase.All.Count * 95, $"{passed} of {OfficialCase.All.Count}");
    }

    [Theory]
    [InlineData("patient-example.xml")]
    [InlineData("observation-example.xml")]
    [InlineData("questionnaire-example.xml")]
    [InlineData("valueset-example-expansion.xml")]
    [InlineData("codesystem-example.xml")]
    [InlineData("parameters-example-types.xml")]
    [InlineData("patient-example-period.xml")]
    public void an_xml_input_is_put_into_json_as_fhir_has_it(string file)
    {
        var json = XmlExamples.ToJson(SharedData.Text("fhirpath/input/" + file));
        Assert.Empty(FhirDocument.Parse(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString())).Issues.Select(issue => $"{issue.Expression} {issue.English}"));
    }
}
