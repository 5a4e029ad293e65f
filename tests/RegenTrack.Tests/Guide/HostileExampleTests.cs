using System.Text.Json;
using System.Text.RegularExpressions;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Guide;

/// <summary>Every example of the guide with each of its dates, times and numbers as odd as R4 lets them be: all are answered, and the server never fails.</summary>
public sealed partial class HostileExampleTests(PostgresFixture postgres)
{
    private static readonly string[] Days = ["\"0001-01-01\"", "\"9999-12-31\"", "\"0001\""];
    private static readonly string[] Instants = [.. Days, "\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59Z\"", "\"9999-12-31T23:59:59-12:00\""];
    private static readonly string[] Numbers = ["-1", "2147483648", "79228162514264337593543950335", "0.0000000000000000000000000001", "9e99"];

    [Fact]
    public async Task no_date_and_no_number_of_a_message_makes_the_server_fail()
    {
        await using var host = await RunningWeb.Start(postgres, settings: ("Auth:FhirRequestsPerSecond", "1000000"));
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var failed = new SortedSet<string>(StringComparer.Ordinal);
        var sent = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(GuideStep.Repository(), "fhir-profiles", "examples"), "valid-*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var type = JsonElement.Parse(text).Text("resourceType")!;
            foreach (var (place, body) in Odd(text))
            {
                var answer = await hospital.Post(type == "Bundle" ? "" : type, body);
                sent++;
                if (answer.Status >= 500)
                    failed.Add($"{answer.Status} {Path.GetFileName(Path.GetDirectoryName(file))}: {place}");
            }
        }

        Assert.True(sent > 300, $"only {sent} messages were sent");
        Assert.Equal([], failed);
    }

    private static IEnumerable<(string Place, string Body)> Odd(string text)
    {
        foreach (Match value in Dates().Matches(text))
            foreach (var odd in value.Value.Contains('T', StringComparison.Ordinal) ? Instants : Days)
                yield return ($"{Line(text, value.Index)} → {odd}", string.Concat(text.AsSpan(0, value.Index), odd, text.AsSpan(value.Index + value.Length)));
        foreach (Match value in Figures().Matches(text))
            foreach (var odd in Numbers)
                yield return ($"{Line(text, value.Index)} → {odd}", string.Concat(text.AsSpan(0, value.Index), odd, text.AsSpan(value.Index + value.Length)));
    }

    private static string Line(string text, int at) => text[(text.LastIndexOf('\n', at) + 1)..].Split('\n')[0].Trim();

    [GeneratedRegex("\"\\d{4}-\\d{2}-\\d{2}(T[^\"]*)?\"")]
    private static partial Regex Dates();

    [GeneratedRegex("(?<=\": ?)-?\\d+(\\.\\d+)?(?=\\s*[,}\\]\\n])")]
    private static partial Regex Figures();
}
