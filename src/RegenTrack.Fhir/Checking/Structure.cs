using System.Text.Json;

namespace RegenTrack.Fhir.Checking;

internal static class Structure
{
    public static IReadOnlyList<Issue> Check(ReadOnlySpan<byte> utf8, FhirLimits limits)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = limits.Depth });
            while (reader.Read()) { }
            return [];
        }
        catch (JsonException e)
        {
            return [new Issue(Severity.Fatal, "structure", "malformed-json", "JSON이 아닙니다.", "This is not JSON.") { Line = e.LineNumber + 1, Column = e.BytePositionInLine + 1 }];
        }
    }
}
