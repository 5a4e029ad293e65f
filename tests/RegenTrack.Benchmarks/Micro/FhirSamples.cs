using System.Text.Json;
using System.Text.Json.Nodes;

namespace RegenTrack.Benchmarks.Micro;

public enum FhirSample
{
    /// <summary>A raw cell lot of the guide: extensions, slices, invariants.</summary>
    Lot,

    /// <summary>A treatment of the guide.</summary>
    Procedure,

    /// <summary>A transaction of 100 entries, lots and treatments in turn.</summary>
    Transaction,
}

internal static class FhirSamples
{
    private const int Entries = 100;

    public static byte[] Of(FhirSample sample) => sample switch
    {
        FhirSample.Lot => Compact("raw-cell-lot"),
        FhirSample.Procedure => Compact("treatment"),
        _ => Transaction(Compact("raw-cell-lot"), Compact("treatment")),
    };

    private static byte[] Transaction(byte[] lot, byte[] procedure)
    {
        var entries = Enumerable.Range(0, Entries).Select(index => (JsonNode)new JsonObject
        {
            ["fullUrl"] = $"urn:uuid:00000000-0000-4000-8000-{index:x12}",
            ["resource"] = JsonNode.Parse(index % 2 == 0 ? lot : procedure),
            ["request"] = new JsonObject { ["method"] = "POST", ["url"] = index % 2 == 0 ? "BiologicallyDerivedProduct" : "Procedure" },
        });
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = new JsonArray([.. entries]) });
    }

    /// <summary>An example as a client would send it: without the indentation, which would flatter the ratio.</summary>
    private static byte[] Compact(string profile) => JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(Resources.Read(profile)));
}
