using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Snapshots;

namespace RegenTrack.Fhir.Tests.Snapshots;

public class KrCoreSnapshotTests
{
    private static readonly JsonElement[] Definitions = [.. Directory.GetFiles(SharedData.PathOf("krcore"), "*.json").Order(StringComparer.Ordinal).Select(file => JsonElement.Parse(File.ReadAllBytes(file)))];

    public static TheoryData<string> Profiles => [.. Definitions.Where(one => one.Text("resourceType") == "StructureDefinition").Select(one => one.Text("id")!)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void a_generated_snapshot_equals_the_published_one(string id)
    {
        var published = Definitions.Single(one => one.Text("id") == id);
        var generated = new SnapshotGenerator(Catalogue.R4.With(Definitions)).Generate(published);
        Assert.NotNull(generated);
        Assert.Equal(Comparable(published), Comparable(generated.Value));
    }

    /// <summary>What rules are made of, one line an element.</summary>
    private static string[] Comparable(JsonElement definition) => [.. definition.Items("snapshot", "element").Select(line =>
        $"{line.Text("id")} {line.At("min")}..{line.Text("max")} {line.Text("contentReference")} {(line.Text("base", "path") == "Resource.id" ? "id" : Types(line))} {line.Text("binding", "strength")} {line.Text("binding", "valueSet")} {Values(line)} "
        + $"[{string.Join(' ', line.Items("constraint").Select(one => one.Text("key")).Where(key => key is not ("ele-1" or "ext-1")))}] {Slicing(line)} {line.Text("sliceName")} {line.Flag("mustSupport")} {line.Flag("isModifier") == true}")];

    private static string Types(JsonElement line) => string.Join('|', line.Items("type").Select(type =>
        $"{type.ExtensionText("http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type") ?? type.Text("code")}({string.Join(',', type.Items("profile"))};{string.Join(',', type.Items("targetProfile"))})"));

    private static string Values(JsonElement line) => string.Join(' ', line.EnumerateObject().Where(member => member.Name.StartsWith("fixed", StringComparison.Ordinal) || member.Name.StartsWith("pattern", StringComparison.Ordinal)).Select(member => member.Name + JsonSerializer.Serialize(member.Value)));

    private static string Slicing(JsonElement line) => line.At("slicing") is { } slicing
        ? string.Join(',', slicing.Items("discriminator").Select(one => $"{one.Text("type")}:{one.Text("path")}")) + ' ' + slicing.Text("rules")
        : "";
}
