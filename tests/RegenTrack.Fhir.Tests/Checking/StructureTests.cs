using System.Text;

namespace RegenTrack.Fhir.Tests.Checking;

public class StructureTests
{
    private static FhirDocument Parse(string json) => FhirDocument.Parse(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("""{"resourceType":"Patient","gender":"wrong"}""", "code-not-in-value-set", "Patient.gender")]
    [InlineData("""{"resourceType":"Patient","birthDate":"2026-02-30"}""", "invalid-date", "Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","birthDate":"2025-02-29"}""", "invalid-date", "Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","birthDate":20260101}""", "wrong-json-type", "Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","active":"true"}""", "wrong-json-type", "Patient.active")]
    [InlineData("""{"resourceType":"Patient","name":{"family":"가"}}""", "array-expected", "Patient.name")]
    [InlineData("""{"resourceType":"Patient","gender":["male"]}""", "array-unexpected", "Patient.gender")]
    [InlineData("""{"resourceType":"Patient","name":[]}""", "empty-value", "Patient.name")]
    [InlineData("""{"resourceType":"Patient","name":[{}]}""", "empty-value", "Patient.name[0]")]
    [InlineData("""{"resourceType":"Patient","id":""}""", "empty-value", "Patient.id")]
    [InlineData("""{"resourceType":"Patient","id":"not an id"}""", "invalid-id", "Patient.id")]
    [InlineData("""{"resourceType":"Patient","name":null}""", "null-value", "Patient.name")]
    [InlineData("""{"resourceType":"Patient","gender":null}""", "null-value", "Patient.gender")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["a",null]}]}""", "null-value", "Patient.name[0]")]
    [InlineData("""{"resourceType":"Patient","surname":"x"}""", "unknown-property", "Patient")]
    [InlineData("""{"resourceType":"Patient","contact":[{"nick":"x"}]}""", "unknown-property", "Patient.contact[0]")]
    [InlineData("""{"resourceType":"Patient","active":true,"active":true}""", "duplicate-property", "Patient")]
    [InlineData("""{"resourceType":"Patient","resourceType":"Patient"}""", "duplicate-property", "Patient")]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":true,"deceasedDateTime":"2026"}""", "several-choice-types", "Patient")]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":1}""", "wrong-json-type", "Patient.deceased.ofType(boolean)")]
    [InlineData("""{"resourceType":"Patient","multipleBirthInteger":1.5}""", "invalid-integer", "Patient.multipleBirth.ofType(integer)")]
    [InlineData("""{"resourceType":"Patient","multipleBirthInteger":99999999999}""", "invalid-integer", "Patient.multipleBirth.ofType(integer)")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{"extension":[{"valueString":"x"}]}}""", "required-element-missing", "Patient.birthDate.extension[0]")]
    [InlineData("""{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><script/></div>"}}""", "invalid-xhtml", "Patient.text.div")]
    [InlineData("""{"resourceType":"Patient","id":"a\u0000"}""", "invalid-text", "Patient.id")]
    [InlineData("""{"resourceType":"Patient","id":"\ud800"}""", "invalid-text", "Patient.id")]
    [InlineData("""{"resourceType":"Observation","status":"final"}""", "required-element-missing", "Observation")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Task","status":"x","intent":"order"}}]}""", "code-not-in-value-set", "Bundle.entry[0].resource.status")]
    [InlineData("""{"resourceType":"Patient","contained":[{"id":"x"}]}""", "resource-type-missing", "Patient.contained[0]")]
    [InlineData("""{"resourceType":"Patient","contained":[{"id":"x","resourceType":"Pet"}]}""", "unknown-resource-type", "Patient.contained[0]")]
    [InlineData("""{"resourceType":"Pet"}""", "unknown-resource-type", null)]
    [InlineData("""{"resourceType":"DomainResource"}""", "unknown-resource-type", null)]
    [InlineData("""{"id":"x"}""", "resource-type-missing", null)]
    [InlineData("[1]", "object-expected", null)]
    [InlineData("", "malformed-json", null)]
    [InlineData("""{"resourceType":"Patient",}""", "malformed-json", "resourceType")]
    [InlineData("""{"resourceType":"Patient"} x""", "malformed-json", null)]
    public void every_structural_error_has_its_code_and_its_place(string json, string code, string? expression)
    {
        var issue = Assert.Single(Parse(json).Issues);
        Assert.Equal((code, expression), (issue.Code, issue.Expression));
        Assert.NotNull(issue.Line);
        Assert.NotEmpty(issue.Korean);
        Assert.NotEmpty(issue.English);
    }

    [Fact]
    public void line_and_column_point_at_the_value()
    {
        var issue = Assert.Single(Parse("{\n  \"resourceType\": \"Patient\",\n  \"gender\": \"m\"\n}").Issues);
        Assert.Equal((3L, 13L), (issue.Line, issue.Column));
    }

    [Fact]
    public void issues_out_of_order_keep_their_lines()
    {
        var issues = Parse("{\n\"resourceType\":\"Observation\",\n\"component\":[\n{\"code\":\n{\"text\":5}}],\n\"status\":\"x\"\n}").Issues;
        Assert.Equal([("Observation.component[0].code.text", 5L), ("Observation.status", 6L), ("Observation", 1L)], issues.Select(issue => (issue.Expression, issue.Line ?? 0)));
    }

    [Fact]
    public void a_resource_type_need_not_come_first()
    {
        Assert.Empty(Parse("""{"contained":[{"name":[{"text":"가"}],"resourceType":"Patient"}],"resourceType":"Patient"}""").Issues);
    }

    [Theory]
    [InlineData("""{"resource\u0054ype" : "Patient" , "\u0067ender":"fem\u0061le"}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"a\\"},{"text":"\\\"x\": [{"},{"family":"}]"}]}""")]
    [InlineData("{\r\n\t\"resourceType\"\t:\r\n\"Patient\" ,\"active\" :\ttrue , \"multipleBirthInteger\" : 2\r\n}\n")]
    [InlineData("""{"contained":[{"text":{"status":"empty","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">resourceType</div>"},"resourceType":"Patient"}],"resourceType":"Patient"}""")]
    public void escapes_and_white_space_change_nothing(string json)
    {
        Assert.Empty(Parse(json).Issues);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","\u0061ctive":true,"active":true}""", "duplicate-property")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"\" ,"}],"x\"":1}""", "unknown-property")]
    [InlineData("""{"resourceType":"Patient","multipleBirthInteger":1e400}""", "invalid-integer")]
    [InlineData("""{"resourceType":"Pat\u0069ent"}""", "unknown-resource-type")]
    public void what_is_wrong_is_found_behind_escapes(string json, string code)
    {
        Assert.Equal(code, Assert.Single(Parse(json).Issues).Code);
    }

    [Fact]
    public void every_official_example_reads_the_same_when_it_is_indented_otherwise()
    {
        foreach (var file in Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json"))
        {
            using var written = FhirDocument.Parse(File.ReadAllBytes(file));
            var node = System.Text.Json.Nodes.JsonNode.Parse(written.Bytes.Span)!;
            using var compact = FhirDocument.Parse(Encoding.UTF8.GetBytes(node.ToJsonString()));
            using var wide = FhirDocument.Parse(Encoding.UTF8.GetBytes(node.ToJsonString(new() { WriteIndented = true, NewLine = "\r\n", IndentCharacter = '\t', IndentSize = 3 })));
            Assert.Equal(written.Issues.Select(issue => (issue.Code, issue.Expression)), compact.Issues.Select(issue => (issue.Code, issue.Expression)));
            Assert.Equal(written.Issues.Select(issue => (issue.Code, issue.Expression)), wide.Issues.Select(issue => (issue.Code, issue.Expression)));
        }
    }

    [Fact]
    public void a_disposed_document_can_no_longer_be_read()
    {
        var document = Parse("""{"resourceType":"Patient"}""");
        document.Dispose();
        document.Dispose();
        Assert.Throws<ObjectDisposedException>(() => document.Root.GetProperty("resourceType"));
        Assert.Empty(Parse("""{"resourceType":"Patient","active":true}""").Issues);
    }

    [Fact]
    public void nulls_may_align_arrays_and_extensions_may_stand_for_values()
    {
        Assert.Empty(Parse("""{"resourceType":"Patient","name":[{"given":["a",null],"_given":[null,{"extension":[{"url":"http://x","valueCode":"y"}]}]}]}""").Issues);
        Assert.Empty(Parse("""{"resourceType":"Basic","code":{"text":"x"},"_created":{"extension":[{"url":"http://x","valueCode":"y"}]}}""").Issues);
    }

    [Fact]
    public void a_concept_with_a_required_binding_needs_a_code_of_it()
    {
        static string Allergy(string coding) => $$$"""{"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/1"},"clinicalStatus":{"coding":[{{{coding}}}]}}""";
        Assert.Empty(Parse(Allergy("""{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}""")).Issues);
        var issue = Assert.Single(Parse(Allergy("""{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"asleep"}""")).Issues);
        Assert.Equal(("code-not-in-value-set", "AllergyIntolerance.clinicalStatus"), (issue.Code, issue.Expression));
    }

    [Fact]
    public void values_and_odd_names_are_never_repeated()
    {
        var issues = Parse("""{"resourceType":"Patient","gender":"secret-value","홍길동":1,"birthDate":"secret-value"}""").Issues;
        Assert.Equal(3, issues.Count);
        Assert.DoesNotContain(issues, issue => $"{issue.Korean}{issue.English}{issue.Expression}".Contains("secret", StringComparison.Ordinal) || issue.Korean.Contains("홍길동", StringComparison.Ordinal));
    }
}
