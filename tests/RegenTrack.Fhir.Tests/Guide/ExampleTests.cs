using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Tests.Guide;

public sealed class ExampleTests
{
    public static TheoryData<string> Profiles => [.. GuideFiles.Profiles.Select(profile => profile.Text("id")!)];

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
}
