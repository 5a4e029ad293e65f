using System.Buffers;
using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Tests.Json;

public class SplicingTests
{
    [Fact]
    public void stored_bytes_come_back_as_they_are()
    {
        var stored = """{"resourceType":"Observation","status":"final","code":{"text":"농도\u0020"},"valueQuantity":{"value":1.50}}"""u8.ToArray();
        var output = new ArrayBufferWriter<byte>();
        Splicing.WriteBundle(output, "searchset", 1, [("self", "http://h/fhir/Observation?a=1&b=가")], [new StoredEntry("http://h/fhir/Observation/1", stored, "match")]);
        var document = FhirDocument.Parse(output.WrittenMemory);
        Assert.Empty(document.Issues);
        Assert.Equal(1, document.Root.GetProperty("total").GetInt32());
        Assert.Equal("1.50", document.Root.GetProperty("entry")[0].GetProperty("resource").GetProperty("valueQuantity").GetProperty("value").GetRawText());
        Assert.True(output.WrittenSpan.IndexOf(stored) > 0);
        Assert.True(output.WrittenSpan.IndexOf("b=가"u8) > 0);
    }

    [Fact]
    public void an_empty_bundle_has_no_empty_arrays()
    {
        var output = new ArrayBufferWriter<byte>();
        Splicing.WriteBundle(output, "searchset", 0, [], []);
        Assert.Empty(FhirDocument.Parse(output.WrittenMemory).Issues);
        Assert.False(JsonElement.Parse(output.WrittenSpan).TryGetProperty("entry", out _));
    }
}
