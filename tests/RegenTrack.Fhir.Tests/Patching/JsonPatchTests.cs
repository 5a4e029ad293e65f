using System.Text;
using RegenTrack.Fhir.Patching;

namespace RegenTrack.Fhir.Tests.Patching;

public class JsonPatchTests
{
    private const string Patient = """{"resourceType":"Patient","id":"p","name":[{"given":["a","b"],"family":"x"}],"active":true}""";

    private static PatchResult Apply(string document, string patch, PatchLimits? limits = null) => JsonPatch.Apply(Encoding.UTF8.GetBytes(document), Encoding.UTF8.GetBytes(patch), limits);

    private static string Text(PatchResult result) => Encoding.UTF8.GetString(result.Document.Span);

    [Theory]
    [InlineData("""[{"op":"add","path":"/birthDate","value":"2026-01-01"}]""", """{"resourceType":"Patient","id":"p","name":[{"given":["a","b"],"family":"x"}],"active":true,"birthDate":"2026-01-01"}""")]
    [InlineData("""[{"op":"replace","path":"/active","value":false}]""", """{"resourceType":"Patient","id":"p","name":[{"given":["a","b"],"family":"x"}],"active":false}""")]
    [InlineData("""[{"op":"add","path":"/name/0/given/-","value":"c"},{"op":"remove","path":"/name/0/given/0"}]""", """{"resourceType":"Patient","id":"p","name":[{"given":["b","c"],"family":"x"}],"active":true}""")]
    [InlineData("""[{"op":"move","from":"/name/0/family","path":"/name/0/text"}]""", """{"resourceType":"Patient","id":"p","name":[{"given":["a","b"],"text":"x"}],"active":true}""")]
    [InlineData("""[{"op":"copy","from":"/name/0","path":"/name/1"},{"op":"replace","path":"/name/1/family","value":"y"}]""", """{"resourceType":"Patient","id":"p","name":[{"given":["a","b"],"family":"x"},{"given":["a","b"],"family":"y"}],"active":true}""")]
    [InlineData("""[{"op":"move","from":"/active","path":"/active"}]""", Patient)]
    [InlineData("[]", Patient)]
    public void operations_change_what_they_point_at_and_nothing_else(string patch, string expected)
    {
        Assert.Equal(expected, Text(Apply(Patient, patch)));
    }

    [Fact]
    public void what_removals_leave_empty_goes_when_all_is_done()
    {
        Assert.Equal("""{"resourceType":"Patient","id":"p","active":true}""", Text(Apply(Patient, """[{"op":"remove","path":"/name/0/given"},{"op":"remove","path":"/name/0/family"}]""")));
        Assert.Equal("""{"resourceType":"Patient","id":"p","name":[{"text":"z"}],"active":true}""", Text(Apply(Patient, """[{"op":"remove","path":"/name/0"},{"op":"add","path":"/name/0","value":{"text":"z"}}]""")));
        Assert.Equal("""{"a":[]}""", Text(Apply("""{"a":[1]}""", """[{"op":"remove","path":"/a/0"}]""")));
    }

    [Fact]
    public void numbers_keep_their_digits_and_texts_their_characters()
    {
        const string Document = """{"a":1.50,"b":[0.00010,1E5,-0.0,123456789012345678901234567890.123456789],"c":"가\u0001<é"}""";
        var result = Apply(Document, """[{"op":"add","path":"/d","value":2.500},{"op":"copy","from":"/b","path":"/e"}]""");
        Assert.StartsWith("""{"a":1.50,"b":[0.00010,1E5,-0.0,123456789012345678901234567890.123456789],"c":"가\u0001""", Text(result), StringComparison.Ordinal);
        Assert.EndsWith("""d":2.500,"e":[0.00010,1E5,-0.0,123456789012345678901234567890.123456789]}""", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public void numbers_are_equal_by_value_when_they_are_tested()
    {
        Assert.True(Apply("""{"a":1.50,"b":null}""", """[{"op":"test","path":"/a","value":15e-1},{"op":"test","path":"/b","value":null},{"op":"test","path":"","value":{"b":null,"a":1.5}}]""").Succeeded);
    }

    [Theory]
    [InlineData("""{"op":"add","path":"/name/0/given/7","value":"c"}""", "patch-index-out-of-range", "Patient.name[0].given")]
    [InlineData("""{"op":"add","path":"/name/0/given/01","value":"c"}""", "patch-index-out-of-range", "Patient.name[0].given")]
    [InlineData("""{"op":"remove","path":"/name/0/given/-"}""", "patch-target-missing", "Patient.name[0].given")]
    [InlineData("""{"op":"remove","path":"/name/-1"}""", "patch-target-missing", "Patient.name")]
    [InlineData("""{"op":"remove","path":"/birthDate"}""", "patch-target-missing", "Patient.birthDate")]
    [InlineData("""{"op":"replace","path":"/deceasedBoolean","value":true}""", "patch-target-missing", "Patient.deceased.ofType(boolean)")]
    [InlineData("""{"op":"replace","path":"/secret-name/x","value":true}""", "patch-target-missing", "Patient")]
    [InlineData("""{"op":"add","path":"/active/x","value":true}""", "patch-target-missing", "Patient.active")]
    [InlineData("""{"op":"test","path":"/active","value":"true"}""", "patch-test-failed", "Patient.active")]
    [InlineData("""{"op":"test","path":"/active","value":null}""", "patch-test-failed", "Patient.active")]
    [InlineData("""{"op":"move","from":"/name","path":"/name/0/text"}""", "patch-moves-into-itself", "Patient.name[0].text")]
    [InlineData("""{"op":"move","from":"/photo","path":"/name"}""", "patch-target-missing", "Patient.name")]
    [InlineData("""{"op":"replace","path":"/id","value":"q"}""", "patch-identity-fixed", "Patient.id")]
    [InlineData("""{"op":"remove","path":"/id"}""", "patch-identity-fixed", "Patient.id")]
    [InlineData("""{"op":"move","from":"/id","path":"/language"}""", "patch-identity-fixed", "Patient.language")]
    [InlineData("""{"op":"replace","path":"/resourceType","value":"Group"}""", "patch-identity-fixed", "Patient")]
    [InlineData("""{"op":"replace","path":"","value":{"resourceType":"Patient","id":"q"}}""", "patch-identity-fixed", "Patient")]
    [InlineData("""{"op":"remove","path":""}""", "patch-identity-fixed", "Patient")]
    [InlineData("""{"op":"add","path":"/_id","value":{"id":"q"}}""", "patch-identity-fixed", "Patient.id")]
    [InlineData("""{"op":"add","path":"active","value":1}""", "patch-pointer-invalid", null)]
    [InlineData("""{"op":"add","path":"/a~2","value":1}""", "patch-pointer-invalid", null)]
    [InlineData("""{"op":"add","path":"/active"}""", "patch-operation-invalid", "Patient.active")]
    [InlineData("""{"op":"add","value":1}""", "patch-operation-invalid", null)]
    [InlineData("""{"op":"copy","path":"/active"}""", "patch-operation-invalid", "Patient.active")]
    [InlineData("""{"op":"spam","path":"/active"}""", "patch-operation-invalid", "Patient.active")]
    [InlineData("""{"path":"/active"}""", "patch-operation-invalid", null)]
    [InlineData("1", "patch-operation-invalid", null)]
    [InlineData("null", "patch-operation-invalid", null)]
    public void every_refusal_has_its_code_its_place_and_the_number_of_the_operation(string operation, string code, string? expression)
    {
        var result = Apply(Patient, $$"""[{"op":"test","path":"/active","value":true},{{operation}}]""");
        var issue = Assert.Single(result.Issues);
        Assert.Equal((code, expression), (issue.Code, issue.Expression));
        Assert.StartsWith("2번째 연산", issue.Korean, StringComparison.Ordinal);
        Assert.StartsWith("Operation 2", issue.English, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", issue.ToString(), StringComparison.Ordinal);
        Assert.True(result.Document.IsEmpty);
    }

    [Theory]
    [InlineData("""{"op":"add"}""")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[}")]
    [InlineData("""[{"op":"add","op":"remove","path":"/a","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/a","value":"\ud800"}]""")]
    [InlineData("""[{"op":"add","path":"/\ud800","value":1}]""")]
    public void what_is_no_json_patch_is_refused(string patch)
    {
        Assert.Equal("patch-malformed", Assert.Single(Apply(Patient, patch).Issues).Code);
    }

    [Fact]
    public void a_document_that_cannot_be_read_is_refused()
    {
        Assert.Equal("patch-document-unreadable", Assert.Single(Apply("{", "[]").Issues).Code);
        Assert.Equal("patch-document-unreadable", Assert.Single(JsonPatch.Apply(new byte[] { 0x22, 0xff, 0x22 }, "[]"u8.ToArray()).Issues).Code);
    }

    [Fact]
    public void what_would_cost_too_much_is_refused()
    {
        static string Many(int count, Func<int, string> one) => $"[{string.Join(',', Enumerable.Range(0, count).Select(one))}]";
        Assert.Equal("patch-too-many-operations", Assert.Single(Apply(Patient, Many(501, _ => """{"op":"test","path":"/active","value":true}""")).Issues).Code);
        Assert.Equal("patch-too-large", Assert.Single(Apply(Patient, "[]" + new string(' ', 1024 * 1024)).Issues).Code);
        // Every copy doubles the document.
        Assert.Equal("patch-too-costly", Assert.Single(Apply("""{"a":[1]}""", Many(100, _ => """{"op":"copy","from":"/a","path":"/a/-"}""")).Issues).Code);
        Assert.Equal("patch-too-deep", Assert.Single(Apply("{}", Many(100, at => $$$"""{"op":"add","path":"{{{string.Concat(Enumerable.Repeat("/a", at + 1))}}}","value":{}}""")).Issues).Code);
        Assert.Equal("patch-too-deep", Assert.Single(Apply("""{"a":{"a":{}}}""", Many(40, at => at % 2 == 0 ? """{"op":"copy","from":"/a","path":"/b"}""" : """{"op":"move","from":"/b","path":"/a/a/a"}"""), PatchLimits.Default with { Depth = 8 }).Issues).Code);
        Assert.Equal("patch-result-too-large", Assert.Single(Apply("""{"a":"가가가가"}""", "[]", PatchLimits.Default with { DocumentBytes = 5 }).Issues).Code);
    }
}
