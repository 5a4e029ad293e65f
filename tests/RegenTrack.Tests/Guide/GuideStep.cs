using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RegenTrack.Tests.Guide;

/// <summary>One request of the connection guide: its number, what to paste, what the answer shows, and whether an officer acts before it.</summary>
internal sealed partial record GuideStep(int Number, string Commands, JsonElement Shown, bool OfficerFirst)
{
    public static IReadOnlyList<GuideStep> Read()
    {
        var text = File.ReadAllText(Path.Combine(Repository(), "fhir-profiles", "README.md"));
        var officer = text.IndexOf("<!-- officer: confirm receipt -->", StringComparison.Ordinal);
        List<GuideStep> steps = [];
        foreach (Match step in Step().Matches(text))
        {
            var first = officer >= 0 && step.Index > officer && !steps.Any(one => one.OfficerFirst);
            steps.Add(new GuideStep(int.Parse(step.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), step.Groups["bash"].Value, JsonElement.Parse(step.Groups["json"].Value), first));
        }

        return steps;
    }

    /// <summary>The one block of commands that begins with a text.</summary>
    public static string Block(string beginning) => Blocks().Matches(File.ReadAllText(Path.Combine(Repository(), "fhir-profiles", "README.md")))
        .Select(block => block.Groups[1].Value).Single(commands => commands.StartsWith(beginning, StringComparison.Ordinal));

    public static string Repository([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));

    [GeneratedRegex(@"^```sh\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^### (?<number>\d+)\. .*?^```bash\n(?<bash>.*?)^```\n.*?^```json\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Step();
}
