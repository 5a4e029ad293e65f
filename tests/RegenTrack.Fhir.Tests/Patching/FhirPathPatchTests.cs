using System.Text;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Patching;

namespace RegenTrack.Fhir.Tests.Patching;

public class FhirPathPatchTests
{
    private const string Patient = """{"resourceType":"Patient","id":"p","identifier":[{"value":"1"},{"value":"2"},{"value":"3"},{"value":"4"}],"birthDate":"1920-01-01","contact":[{"name":{"text":"a"},"gender":"male"}]}""";

    private static PatchResult Apply(string document, params IEnumerable<string> operations) => FhirPathPatch.Apply(Encoding.UTF8.GetBytes(document), Encoding.UTF8.GetBytes(Parameters(operations)));

    private static string Parameters(IEnumerable<string> operations) =>
        operations.Any() ? $$"""{"resourceType":"Parameters","parameter":[{{string.Join(',', operations.Select(one => $$"""{"name":"operation","part":[{{one}}]}"""))}}]}""" : """{"resourceType":"Parameters"}""";

    private static string Operation(string type, string path, params IEnumerable<string> more) =>
        string.Join(',', more.Prepend($$"""{"name":"path","valueString":{{JsonValue.Create(path).ToJsonString()}}}""").Prepend($$"""{"name":"type","valueCode":"{{type}}"}"""));

    private static string Name(string name) => $$"""{"name":"name","valueString":"{{name}}"}""";

    private static string Value(string value) => $$"""{"name":"value",{{value}}}""";

    private static string Number(string name, int number) => $$"""{"name":"{{name}}","valueInteger":{{number}}}""";

    private static string Text(PatchResult result) => result.Succeeded ? Encoding.UTF8.GetString(result.Document.Span) : string.Join(' ', result.Issues.Select(issue => issue.Code));

    /// <summary>What the operations make of a document; it must be structurally sound.</summary>
    private static string Patched(string document, params IEnumerable<string> operations)
    {
        var result = Apply(document, operations);
        Assert.Empty(result.Issues);
        Assert.Empty(FhirDocument.Parse(result.Document).Issues);
        return Text(result);
    }

    [Fact]
    public void primitives_are_added_replaced_and_deleted()
    {
        Assert.Equal(Patient, Patched(Patient));
        Assert.Equal(Patient.Replace("1920", "1930", StringComparison.Ordinal), Patched(Patient, Operation("replace", "Patient.birthDate", Value("\"valueDate\":\"1930-01-01\""))));
        Assert.Equal(Patient.Replace(",\"birthDate\":\"1920-01-01\"", "", StringComparison.Ordinal), Patched(Patient, Operation("delete", "Patient.birthDate")));
        Assert.Equal(Patient[..^1] + ",\"active\":true}", Patched(Patient, Operation("add", "Patient", Name("active"), Value("\"valueBoolean\":true"))));
        Assert.Equal(Patient.Replace("male", "female", StringComparison.Ordinal), Patched(Patient, Operation("replace", "Patient.contact[0].gender", Value("\"valueCode\":\"female\""))));
        Assert.Equal(Patient, Patched(Patient, Operation("delete", "Patient.deceased")));
    }

    [Fact]
    public void an_element_whose_last_part_is_deleted_goes_with_it()
    {
        Assert.Equal(Patient.Replace("\"name\":{\"text\":\"a\"},", "", StringComparison.Ordinal), Patched(Patient, Operation("delete", "Patient.contact[0].name.text")));
        Assert.Equal(Patient[..Patient.IndexOf(",\"contact", StringComparison.Ordinal)] + "}", Patched(Patient, Operation("delete", "Patient.contact.name"), Operation("delete", "Patient.contact.gender")));
    }

    [Fact]
    public void complex_values_and_elements_without_a_data_type_are_added()
    {
        Assert.EndsWith(",\"maritalStatus\":{\"text\":\"married\"}}", Patched(Patient, Operation("add", "Patient", Name("maritalStatus"), Value("\"valueCodeableConcept\":{\"text\":\"married\"}"))), StringComparison.Ordinal);
        var contact = "\"part\":" + """[{"name":"name","valueHumanName":{"text":"b"}},{"name":"telecom","valueContactPoint":{"value":"1"}},{"name":"telecom","valueContactPoint":{"value":"2"}}]""";
        Assert.EndsWith(",{\"name\":{\"text\":\"b\"},\"telecom\":[{\"value\":\"1\"},{\"value\":\"2\"}]}]}", Patched(Patient, Operation("add", "Patient", Name("contact"), Value(contact))), StringComparison.Ordinal);
        var extension = "\"part\":" + """[{"name":"url","valueUri":"http://x"},{"name":"value","valueDecimal":1.50}]""";
        Assert.EndsWith(",\"extension\":[{\"url\":\"http://x\",\"valueDecimal\":1.50}]}", Patched(Patient, Operation("add", "Patient", Name("extension"), Value(extension))), StringComparison.Ordinal);
        Assert.EndsWith(",\"_birthDate\":{\"extension\":[{\"url\":\"http://x\",\"valueDecimal\":1.50}]}}", Patched(Patient, Operation("add", "Patient.birthDate", Name("extension"), Value(extension))), StringComparison.Ordinal);
        Assert.EndsWith(",\"contained\":[{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"}}]}", Patched(Patient, Operation("add", "Patient", Name("contained"), Value("\"resource\":{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"}}"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 1, "1423")]
    [InlineData(3, 0, "4123")]
    [InlineData(0, 3, "2341")]
    [InlineData(1, 2, "1324")]
    [InlineData(2, 2, "1234")]
    public void items_are_moved_to_the_place_that_they_have_afterwards(int source, int destination, string order)
    {
        Assert.Equal(order, Order(Operation("move", "Patient.identifier", Number("source", source), Number("destination", destination))));
    }

    [Theory]
    [InlineData(0, "51234")]
    [InlineData(2, "12534")]
    [InlineData(4, "12345")]
    public void items_are_inserted_where_the_index_says(int index, string order)
    {
        Assert.Equal(order, Order(Operation("insert", "Patient.identifier", Number("index", index), Value("\"valueIdentifier\":{\"value\":\"5\"}"))));
    }

    [Fact]
    public void every_operation_sees_what_the_one_before_has_left()
    {
        Assert.Equal("34", Order(Operation("delete", "Patient.identifier[0]"), Operation("delete", "Patient.identifier[0]")));
        Assert.Equal("2134", Order(Operation("replace", "Patient.identifier[0].value", Value("\"valueString\":\"2\"")), Operation("replace", "Patient.identifier[1].value", Value("\"valueString\":\"1\""))));
        Assert.Equal("1239", Order(Operation("replace", "Patient.identifier.where(value = '4')", Value("\"valueIdentifier\":{\"value\":\"9\"}"))));
        Assert.EndsWith(",\"photo\":[{\"title\":\"t\"}]}", Patched(Patient, Operation("insert", "Patient.photo", Number("index", 0), Value("\"valueAttachment\":{\"title\":\"t\"}"))), StringComparison.Ordinal);
    }

    private static string Order(params IEnumerable<string> operations) =>
        string.Concat(JsonNode.Parse(Patched(Patient, operations))!["identifier"]!.AsArray().Select(one => (string)one!["value"]!));

    [Fact]
    public void a_choice_takes_the_type_of_its_value_in_its_place()
    {
        const string Observation = """{"resourceType":"Observation","status":"final","valueQuantity":{"value":1.50},"code":{"text":"x"}}""";
        Assert.Equal(Observation.Replace("\"valueQuantity\":{\"value\":1.50}", "\"valueString\":\"s\"", StringComparison.Ordinal), Patched(Observation, Operation("replace", "Observation.value", Value("\"valueString\":\"s\""))));
        Assert.EndsWith(",\"effectiveDateTime\":\"2026\"}", Patched(Observation, Operation("add", "Observation", Name("effective"), Value("\"valueDateTime\":\"2026\""))), StringComparison.Ordinal);
        Assert.Equal("patch-element-exists", Text(Apply(Observation, Operation("add", "Observation", Name("value"), Value("\"valueString\":\"s\"")))));
        Assert.Equal("patch-value-unfit", Text(Apply(Observation, Operation("replace", "Observation.value", Value("\"valueUri\":\"urn:x\"")))));
    }

    [Fact]
    public void what_stands_beside_primitives_stays_beside_them()
    {
        const string Names = """{"resourceType":"Patient","name":[{"given":["a","b",null],"_given":[null,{"id":"i","extension":[{"url":"http://x","valueCode":"y"}]},{"extension":[{"url":"http://x","valueCode":"z"}]}]}]}""";
        static string Given(string json) => JsonNode.Parse(json)!["name"]![0]!["given"]!.ToJsonString() + JsonNode.Parse(json)!["name"]![0]!["_given"]?.ToJsonString();
        const string B = """{"id":"i","extension":[{"url":"http://x","valueCode":"y"}]}""";
        const string C = """{"extension":[{"url":"http://x","valueCode":"z"}]}""";
        Assert.Equal($"""["b"][{B},{C}]""", Given(Patched(Names, Operation("delete", "Patient.name.given[0]"))));
        Assert.Equal($"""["a"][null,{C}]""", Given(Patched(Names, Operation("delete", "Patient.name.given[1]"))));
        Assert.Equal($"""["a","b"][null,{B}]""", Given(Patched(Names, Operation("delete", "Patient.name.given[2]"))));
        Assert.Equal($"""["a","b"][null,{B}]""", Given(Patched(Names, Operation("delete", "Patient.name.given[2].extension"))));
        Assert.Equal($"""[null,"a","b"][{C},null,{B}]""", Given(Patched(Names, Operation("move", "Patient.name.given", Number("source", 2), Number("destination", 0)))));
        Assert.Equal($"""["n","a","b"][null,null,{B},{C}]""", Given(Patched(Names, Operation("insert", "Patient.name.given", Number("index", 0), Value("\"valueString\":\"n\"")))));
        Assert.Equal($$"""["a","b",null,"n"][null,{{B}},{{C}},{"id":"k"}]""", Given(Patched(Names, Operation("add", "Patient.name", Name("given"), Value("\"valueString\":\"n\",\"_valueString\":{\"id\":\"k\"}")))));
        Assert.Equal($"""["a","b","c"][null,{B}]""", Given(Patched(Names, Operation("replace", "Patient.name.given[2]", Value("\"valueString\":\"c\"")))));
    }

    [Fact]
    public void elements_in_entries_and_contained_resources_are_reached()
    {
        const string Bundle = """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"a","contained":[{"resourceType":"Basic","id":"c","code":{"text":"x"}}]}}]}""";
        Assert.Equal(Bundle.Replace("\"x\"", "\"y\"", StringComparison.Ordinal), Patched(Bundle, Operation("replace", "Bundle.entry[0].resource.contained[0].code.text", Value("\"valueString\":\"y\""))));
        Assert.Equal(Bundle.Replace("\"id\":\"a\"", "\"id\":\"b\"", StringComparison.Ordinal), Patched(Bundle, Operation("replace", "Bundle.entry[0].resource.id", Value("\"valueId\":\"b\""))));
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { Operation("replace", "Patient.deceased", Value("\"valueBoolean\":true")), "patch-target-missing" },
        { Operation("add", "Patient.photo", Name("title"), Value("\"valueString\":\"x\"")), "patch-target-missing" },
        { Operation("delete", "Patient.identifier"), "patch-path-ambiguous" },
        { Operation("replace", "Patient.identifier", Value("\"valueIdentifier\":{\"value\":\"x\"}")), "patch-path-ambiguous" },
        { Operation("replace", "Patient", Value("\"valueString\":\"x\"")), "patch-path-no-element" },
        { Operation("delete", "Patient"), "patch-path-no-element" },
        { Operation("delete", "1 + 1"), "patch-path-no-element" },
        { Operation("delete", "Patient.identifier.count()"), "patch-path-no-element" },
        { Operation("delete", "Patient.("), "patch-path-invalid" },
        { Operation("delete", "Patient.nonsense()"), "patch-path-invalid" },
        { Operation("delete", "Patient.id"), "patch-identity-fixed" },
        { Operation("replace", "Patient.id", Value("\"valueId\":\"q\"")), "patch-identity-fixed" },
        { Operation("add", "Patient", Name("spleen"), Value("\"valueString\":\"x\"")), "patch-element-unknown" },
        { Operation("add", "Patient", Name("resourceType"), Value("\"valueString\":\"Group\"")), "patch-element-unknown" },
        { Operation("add", "Patient", Name("birthDate"), Value("\"valueDate\":\"2026\"")), "patch-element-exists" },
        { Operation("add", "Patient", Name("photo"), Value("\"valueIdentifier\":{\"value\":\"x\"}")), "patch-value-unfit" },
        { Operation("add", "Patient", Name("contact"), Value("\"part\":[{\"name\":\"nick\",\"valueString\":\"x\"}]")), "patch-value-unfit" },
        { Operation("insert", "Patient.identifier", Number("index", 5), Value("\"valueIdentifier\":{\"value\":\"x\"}")), "patch-index-out-of-range" },
        { Operation("insert", "Patient.photo", Number("index", 1), Value("\"valueAttachment\":{\"title\":\"x\"}")), "patch-index-out-of-range" },
        { Operation("insert", "Patient.identifier[1]", Number("index", 0), Value("\"valueIdentifier\":{\"value\":\"x\"}")), "patch-path-no-list" },
        { Operation("insert", "Patient.birthDate", Number("index", 0), Value("\"valueDate\":\"2026\"")), "patch-path-no-list" },
        { Operation("insert", "Patient.deceased", Number("index", 0), Value("\"valueBoolean\":true")), "patch-path-no-list" },
        { Operation("move", "Patient.identifier", Number("source", 0), Number("destination", 4)), "patch-index-out-of-range" },
        { Operation("move", "Patient.identifier.where(value = '1' or value = '3')", Number("source", 0), Number("destination", 1)), "patch-path-no-list" },
        { Operation("move", "Patient.photo", Number("source", 0), Number("destination", 0)), "patch-target-missing" },
        { Operation("move", "Patient.identifier", Number("source", -1), Number("destination", 0)), "patch-operation-invalid" },
        { Operation("move", "Patient.identifier", Number("source", 1)), "patch-operation-invalid" },
        { Operation("add", "Patient", Value("\"valueString\":\"x\"")), "patch-operation-invalid" },
        { Operation("swap", "Patient.identifier"), "patch-operation-invalid" },
        { Operation("delete", "Patient.photo", Name("x"), Name("x")), "patch-operation-invalid" },
        { Operation("delete", "Patient.photo", """{"name":"odd","valueString":"x"}"""), "patch-operation-invalid" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void every_refusal_has_its_code_and_its_place_in_the_patch(string operation, string code)
    {
        var result = Apply(Patient, Operation("delete", "Patient.photo"), operation);
        var issue = Assert.Single(result.Issues);
        Assert.Equal((code, "Parameters.parameter[1]"), (issue.Code, issue.Expression));
        Assert.StartsWith("2번째 연산", issue.Korean, StringComparison.Ordinal);
        Assert.True(result.Document.IsEmpty);
    }

    [Fact]
    public void what_is_no_patch_or_no_sound_resource_is_refused()
    {
        static string Codes(string document, string patch, PatchLimits? limits = null) => Text(FhirPathPatch.Apply(Encoding.UTF8.GetBytes(document), Encoding.UTF8.GetBytes(patch), limits));
        Assert.Equal("patch-malformed", Codes(Patient, Patient));
        Assert.Equal("malformed-json", Codes(Patient, "{"));
        Assert.Equal("unknown-property", Codes("""{"resourceType":"Patient","spleen":1}""", """{"resourceType":"Parameters"}"""));
        Assert.Equal("patch-operation-invalid", Codes(Patient, """{"resourceType":"Parameters","parameter":[{"name":"op"}]}"""));
        Assert.Equal("patch-too-many-operations", Codes(Patient, Parameters(Enumerable.Repeat(Operation("delete", "Patient.photo"), 3)), PatchLimits.Default with { Operations = 2 }));
        Assert.Equal("patch-too-costly", Codes(Patient, Parameters(Enumerable.Repeat(Operation("delete", "Patient.photo"), 3)), PatchLimits.Default with { WorkBytes = 500 }));
        Assert.Equal("patch-path-invalid", Codes(Patient, Parameters([Operation("delete", "repeat(identifier | %resource)".Replace("repeat", "Patient.descendants().select(%resource.descendants()).select(%resource.descendants()).select(%resource.descendants()).repeat", StringComparison.Ordinal))])));
    }
}
