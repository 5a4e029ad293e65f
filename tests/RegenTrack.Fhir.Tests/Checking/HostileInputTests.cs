using System.Text;
using System.Text.Json;

namespace RegenTrack.Fhir.Tests.Checking;

public class HostileInputTests
{
    [Theory]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "]")]
    [InlineData("{\"resourceType\":\"Patient\",\"contained\":[", "]}")]
    [InlineData("{\"resourceType\":\"Patient\",\"extension\":[{\"url\":\"x\",\"extension\":[", "]}]}")]
    public void ten_thousand_levels_are_refused_as_too_deep(string open, string close)
    {
        var json = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        var issue = Assert.Single(FhirDocument.Parse(Encoding.UTF8.GetBytes(json)).Issues);
        Assert.Equal(("json-too-deep", Severity.Fatal), (issue.Code, issue.Severity));
    }

    [Fact]
    public void ten_thousand_open_levels_without_an_end_are_refused()
    {
        Assert.Equal("json-too-deep", Assert.Single(FhirDocument.Parse(Encoding.UTF8.GetBytes(new string('[', 10_000))).Issues).Code);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, 1)]
    [InlineData(new byte[] { 0xC3, 0x28 }, 1)]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, 2)]
    public void bytes_that_are_not_utf8_are_found(byte[] bytes, int column)
    {
        var head = "{\"resourceType\":\"Patient\",\n\"id\":\""u8.ToArray();
        var issue = Assert.Single(FhirDocument.Parse((byte[])[.. head, .. bytes, .. "\"}"u8]).Issues);
        Assert.Equal(("invalid-utf8", 2L, 6L + column), (issue.Code, issue.Line, issue.Column));
    }

    [Fact]
    public void long_strings_and_documents_are_refused()
    {
        var limits = new FhirLimits(Bytes: 4000, StringBytes: 1000);
        var text = $$"""{"resourceType":"Patient","name":[{"text":"{{new string('x', 1001)}}"}],"photo":[{"data":"{{new string('A', 2000)}}"}]}""";
        Assert.Equal(("string-too-long", "Patient.name[0].text"), Assert.Single(FhirDocument.Parse(Encoding.UTF8.GetBytes(text), limits).Issues) is var issue ? (issue.Code, issue.Expression) : default);
        Assert.Equal("document-too-large", Assert.Single(FhirDocument.Parse(new byte[4001], limits).Issues).Code);
    }

    [Fact]
    public void a_flood_of_errors_stops_at_the_limit()
    {
        var names = string.Join(',', Enumerable.Repeat("{\"x\":1}", 200_000));
        var document = FhirDocument.Parse(Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient","name":[{{names}}]}"""));
        Assert.Equal(101, document.Issues.Count);
        Assert.Equal("too-many-issues", document.Issues[^1].Code);
        Assert.Equal(JsonValueKind.Undefined, document.Root.ValueKind);
    }
}
