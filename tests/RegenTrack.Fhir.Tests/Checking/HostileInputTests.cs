using System.Diagnostics;
using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Json;

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

    [Fact]
    public void mutated_official_examples_never_throw_and_their_outcomes_can_be_read_back()
    {
        const int Seed = 20261123;
        var random = new Random(Seed);
        var files = Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(bytes => bytes.Length < 20_000).ToArray();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = Mutate(files[random.Next(files.Length)], random);
            var document = FhirDocument.Parse(bytes);
            if (document.Issues.Count == 0)
                continue;
            Assert.All(document.Issues, issue => Assert.True(issue.Line > 0 && issue.Column > 0, issue.Code));
            Assert.Empty(FhirDocument.Parse(OperationOutcome.Of(document.Issues).ToFhir()).Issues);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"took {watch.Elapsed}, seed {Seed}");
    }

    /// <summary>Drops, doubles or changes a few bytes, with a liking for the bytes that make JSON.</summary>
    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = "{}[],:\"\\0-ntE"u8[random.Next(13)];
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
            }

            if (bytes.Count == 0)
                return [];
        }

        return [.. bytes];
    }
}
