using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Snapshots;

/// <summary>Works out the snapshot of a profile that is given as a differential. Texts (short, definition, mapping) come only from the differential.</summary>
public sealed class SnapshotGenerator(Catalogue catalogue)
{
    private const int LongestLineage = 16;

    /// <summary>The definition with a snapshot: as it is when it has one, else generated; null when its lineage is not known or its differential does not fit.</summary>
    public JsonElement? Complete(JsonElement definition) => Complete(definition, LongestLineage);

    /// <summary>The definition with a newly generated snapshot, or null.</summary>
    public JsonElement? Generate(JsonElement definition) => Generate(definition, LongestLineage);

    private JsonElement? Complete(JsonElement definition, int depth) =>
        definition.Items("snapshot", "element").Any() ? definition : Generate(definition, depth);

    private JsonElement? Generate(JsonElement definition, int depth)
    {
        if (depth == 0 || definition.Text("baseDefinition") is not { } parent || definition.Text("type") is not { } type
            || catalogue.Find("StructureDefinition", parent) is not { } known || Complete(known, depth - 1) is not { } lineage)
            return null;
        var lines = new SnapshotLines(profile => catalogue.Find("StructureDefinition", profile) is { } other ? Complete(other, depth - 1) : null);
        lines.Start(lineage.Items("snapshot", "element"), type);
        foreach (var change in definition.Items("differential", "element"))
        {
            if (lines.Locate(Ids.Of(change)) is not { } line)
                return null;
            Merging.Merge(line.Json, change);
        }

        var whole = JsonObject.Create(definition)!;
        whole["snapshot"] = new JsonObject { ["element"] = new JsonArray([.. lines.All.Select(line => (JsonNode)line.Json)]) };
        return JsonSerializer.SerializeToElement(whole);
    }
}
