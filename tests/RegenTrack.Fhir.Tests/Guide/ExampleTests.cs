using System.Text.Json;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Fhir.Tests.Guide;

public sealed class ExampleTests
{
    private static readonly Validator Validator = new();

    public static TheoryData<string> Profiles => [.. GuideFiles.Profiles.Select(profile => profile.Text("id")!)];

    [Fact]
    public void the_connection_guide_names_every_profile_once()
    {
        var page = File.ReadAllText(Path.Combine(GuideFiles.Folder, "README.md"));
        var table = page[page.IndexOf("## 프로파일", StringComparison.Ordinal)..page.IndexOf("## 식별자", StringComparison.Ordinal)];
        var named = table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).SelectMany(line => line.Split('`').Where((_, index) => index % 2 == 1));
        Assert.Equal(GuideFiles.Profiles.Select(profile => profile.Text("id")!).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void a_profile_has_valid_and_invalid_examples_and_says_what_is_wrong_with_the_latter(string profile)
    {
        Assert.NotEmpty(GuideFiles.Examples(profile, "valid-"));
        string[] invalid = [.. GuideFiles.Examples(profile, "invalid-").Select(file => Path.GetFileName(file))];
        Assert.True(invalid.Length >= 2);
        Assert.Equal(invalid, JsonElement.Parse(File.ReadAllBytes(Assert.Single(GuideFiles.Examples(profile, "expected")))).EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void valid_examples_are_well_formed_and_name_their_profile(string profile)
    {
        foreach (var file in GuideFiles.Examples(profile, "valid-"))
        {
            var example = FhirDocument.Parse(File.ReadAllBytes(file));
            Assert.True(example.Issues.Count == 0, $"{file}: {string.Join("; ", example.Issues)}");
            Assert.Equal($"https://regentrack.example/fhir/StructureDefinition/{profile}", example.Root.Items("meta", "profile").Single().GetString());
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void valid_examples_have_no_error(string profile)
    {
        foreach (var file in GuideFiles.Examples(profile, "valid-"))
            Assert.Equal((Path.GetFileName(file), ""), (Path.GetFileName(file), string.Join("; ", Errors(file))));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void invalid_examples_have_exactly_the_error_that_is_said(string profile)
    {
        var expected = JsonElement.Parse(File.ReadAllBytes(GuideFiles.Examples(profile, "expected").Single()));
        var found = GuideFiles.Examples(profile, "invalid-").Select(file => $"{Path.GetFileName(file)}: {string.Join("; ", Errors(file))}");
        Assert.Equal(expected.EnumerateObject().Select(one => $"{one.Name}: {Said(one.Value)}").Order(StringComparer.Ordinal), found);
    }

    private static string Said(JsonElement errors) => string.Join("; ", errors.EnumerateArray().Select(error => $"{error.Text("code")} @ {error.Text("expression")}"));

    private static IEnumerable<string> Errors(string file) =>
        Validator.Validate(FhirDocument.Parse(File.ReadAllBytes(file))).Where(issue => issue.IsError).Select(issue => $"{issue.Code} @ {issue.Expression}");
}
