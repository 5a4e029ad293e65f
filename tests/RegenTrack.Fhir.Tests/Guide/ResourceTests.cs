using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Fhir.Tests.Guide;

public sealed class ResourceTests
{
    [Fact]
    public void every_resource_of_the_guide_is_itself_valid_r4()
    {
        var validator = new Validator();
        var wrong = Directory.EnumerateFiles(Path.Combine(GuideFiles.Folder, "resources"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => validator.Validate(FhirDocument.Parse(OwnPart(file))).Where(issue => issue.IsError).Select(issue => $"{Path.GetFileName(file)} {issue.Code} @ {issue.Expression}: {issue.English}"));
        Assert.Equal("", string.Join('\n', wrong));
        Assert.True(GuideFiles.Resources.Select(resource => resource.Text("resourceType")).Distinct().Count() >= 9);
    }

    // Snapshots repeat HL7's own core snapshots, whose extensions do not always stand where their definitions allow them.
    private static byte[] OwnPart(string file)
    {
        var resource = JsonNode.Parse(File.ReadAllBytes(file))!.AsObject();
        resource.Remove("snapshot");
        return JsonSerializer.SerializeToUtf8Bytes(resource);
    }
}
