using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Json;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Fhir.Tests.Json;

public class JsonTests
{
    private static JsonElement Json(string json) => JsonElement.Parse(json);

    [Fact]
    public void decimals_keep_their_digits_in_and_out()
    {
        Assert.Equal("1.50", Json("""{"value":1.50}""").Number("value")!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("\"value\":1.50,", Encoding.UTF8.GetString(Quantity(1.50m, "mL").ToFhir()), StringComparison.Ordinal);
    }

    [Fact]
    public void what_is_null_or_left_empty_is_not_written()
    {
        var resource = Resource("Task", "t1");
        resource["description"] = null;
        resource["note"] = Many(null, null);
        resource["restriction"] = new JsonObject { ["period"] = Period(null, null) };
        resource["code"] = Concept("urn:s", "c");
        Assert.Equal("""{"resourceType":"Task","id":"t1","code":{"coding":[{"system":"urn:s","code":"c"}]}}""", Encoding.UTF8.GetString(resource.ToFhir()));
    }

    [Fact]
    public void korean_is_written_as_it_is()
    {
        Assert.Equal("""{"text":"한빛대학교병원"}""", Encoding.UTF8.GetString(Text("한빛대학교병원").ToFhir()));
    }

    [Fact]
    public void identifiers_codes_extensions_and_references_are_found_by_what_they_are_called()
    {
        var resource = Json("""
            {
              "identifier": [{"system": "urn:a", "value": "1"}, {"system": "urn:b", "value": "2"}],
              "code": {"coding": [{"system": "urn:x", "code": "p"}, {"system": "urn:y", "code": "q"}]},
              "extension": [{"url": "urn:e", "valueCode": "held"}],
              "subject": {"reference": "http://other.example/fhir/Patient/p-1/_history/2"}
            }
            """);
        Assert.Equal("2", resource.IdentifierIn("urn:b"));
        Assert.Equal("q", resource.CodeIn("urn:y", "code"));
        Assert.Equal("held", resource.ExtensionText("urn:e"));
        Assert.Equal("p-1", resource.ReferenceTo("Patient", "subject"));
        Assert.Equal((null, null, null, null), (resource.IdentifierIn("urn:c"), resource.CodeIn("urn:z", "code"), resource.ExtensionText("urn:f"), resource.ReferenceTo("Group", "subject")));
    }

    [Theory]
    [InlineData("2026-06-01", "2026-06-01")]
    [InlineData("2026-06-01T23:30:00-05:00", "2026-06-01")]
    [InlineData("2026-06", null)]
    [InlineData("2026", null)]
    public void a_day_is_read_as_it_is_written(string text, string? day)
    {
        Assert.Equal(day, Json($$"""{"date":"{{text}}"}""").Day("date")?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void the_bytes_of_a_document_stay_as_they_were_sent()
    {
        var sent = Encoding.UTF8.GetBytes("{ \"resourceType\" : \"Patient\",\n \"multipleBirthInteger\": 2 }");
        var document = FhirDocument.Parse(sent);
        Assert.Equal(("Patient", false), (document.Type, document.HasErrors));
        Assert.True(document.Bytes.Span.SequenceEqual(sent));
    }
}
