using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Fhir.Tests.Guide;

public sealed class ResourceTests
{
    // Snapshots repeat HL7's own core snapshots, whose extensions do not always stand where their definitions allow them.
    [Fact]
    public void every_resource_of_the_guide_but_the_snapshots_is_itself_valid_r4()
    {
        var validator = new Validator();
        var wrong = Directory.EnumerateFiles(Path.Combine(GuideFiles.Folder, "resources"), "*.json").Where(file => !Path.GetFileName(file).StartsWith("StructureDefinition-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(file => validator.Validate(FhirDocument.Parse(File.ReadAllBytes(file))).Where(issue => issue.IsError).Select(issue => $"{Path.GetFileName(file)} {issue.Code} @ {issue.Expression}: {issue.English}"));
        Assert.Equal("", string.Join('\n', wrong));
        Assert.True(GuideFiles.Resources.Select(resource => resource.Text("resourceType")).Distinct().Count() >= 9);
    }
}
